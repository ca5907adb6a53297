//! Tests of which parts of `.env*` files are read.

use super::*;
use std::fs;

const HEX20: &str = "0123456789abcdef0123";
const HEX32: &str = "0123456789abcdef0123456789abcdef";

struct Project {
    dir: tempfile::TempDir,
    env: EnvFiles,
}

impl Project {
    fn new(files: &[(&str, &str)]) -> Self {
        let project = Self { dir: tempfile::tempdir().unwrap(), env: EnvFiles::default() };
        project.write(".git/HEAD", "");
        files.iter().for_each(|(path, text)| project.write(path, text));
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn of(&self, path: &str) -> Environment {
        self.env.of(self.dir.path().join(path).parent().unwrap(), &Landmarks::default())
    }

    fn form(&self, path: &str, name: &str) -> Option<CredentialForm> {
        self.of(path).all(name).next()?.value.form()
    }
}

#[test]
fn forms_of_values_are_kept() {
    let text = format!("\u{feff}A={HEX20}\nexport B='{HEX32}' # key\nC=\nD=pk_x\nE={HEX20}$X\nA={HEX32}\n");
    let project = Project::new(&[(".env", &text)]);
    let env = project.of("a.ts");
    let value = |name: &str| env.all(name).next().map(|variable| variable.value);
    assert_eq!(value("A").unwrap().form(), Some(CredentialForm::Hex32), "the last assignment counts");
    assert_eq!(value("B").unwrap().form(), Some(CredentialForm::Hex32));
    assert_eq!(value("C"), Some(EnvValue::Empty));
    assert_eq!(value("D"), Some(EnvValue::Credential(CredentialForm::Other, None)));
    assert_eq!(value("E"), Some(EnvValue::Credential(CredentialForm::Other, None)));
    assert_eq!(value("F"), None);
    let b = env.all("B").next().unwrap();
    assert_eq!((b.line, b.name.len(), b.example), (1, 1, false));
    assert_eq!(&text[b.name.as_range()], "B");
    assert_eq!(*b.file, *project.dir.path().join(".env"));
}

#[test]
fn equal_credentials_are_known_and_equal_placeholders_are_not() {
    let text = format!("A={HEX20}\nB=\"{HEX20}\"\nC={HEX32}\nD=changeme\nE=changeme\n");
    let env = Project::new(&[(".env", &text)]).of("a.ts");
    let print = |name: &str| env.all(name).next().unwrap().value.fingerprint();
    assert!(print("A").is_some() && print("A") == print("B") && print("A") != print("C"));
    assert_eq!((print("D"), print("E")), (None, None));
}

#[test]
fn a_region_counts_where_the_name_says_one() {
    let env = Project::new(&[(".env", "CIO_REGION=EU\nA_REGION_B=us\nREGIONS=eu\nX=eu\nAWS_REGION=eu-west-1\n")]);
    let env = env.of("a.ts");
    let value = |name: &str| env.all(name).next().unwrap().value;
    assert_eq!(value("CIO_REGION"), EnvValue::Region(Region::Eu));
    assert_eq!(value("A_REGION_B"), EnvValue::Region(Region::Us));
    for name in ["REGIONS", "X", "AWS_REGION"] {
        assert_eq!(value(name), EnvValue::Credential(CredentialForm::Other, None), "{name}");
    }
}

#[test]
fn the_nearest_file_wins_and_examples_come_last() {
    let project = Project::new(&[
        (".env", &format!("A={HEX20}\nB={HEX20}\n")),
        ("app/.env", &format!("A={HEX32}\n")),
        ("app/.env.example", &format!("A={HEX20}\nB={HEX32}\nC={HEX32}\n")),
        ("app/.env.production", "D=x\n"),
        ("app/.env.local", "D=\n"),
    ]);
    let file = "app/src/a.ts";
    assert_eq!(project.form(file, "A"), Some(CredentialForm::Hex32));
    assert_eq!(project.form(file, "B"), Some(CredentialForm::Hex20), "an example's value says nothing");
    let env = project.of(file);
    assert_eq!(env.all("D").next().unwrap().value, EnvValue::Empty, "local files beat the others");
    let c = env.all("C").next().unwrap();
    assert_eq!((c.example, c.value), (true, EnvValue::Unread));
    assert_eq!(env.all("A").count(), 3);
    let mut names: Vec<&str> = env.variables().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["A", "B", "C", "D"]);
    assert_eq!(project.form("b.ts", "A"), Some(CredentialForm::Hex20));
}

#[test]
fn nothing_outside_of_the_project_is_read() {
    let project = Project::new(&[(".env", "A=x\n"), ("inner/.git/HEAD", ""), ("inner/src/.env.test", "B=x\n")]);
    let env = project.of("inner/src/a.ts");
    assert!(env.all("B").next().is_some() && env.all("A").next().is_none());
}

#[test]
fn changes_are_noticed_and_a_value_that_looks_the_same_is_no_change() {
    let project = Project::new(&[(".env", "A=x\n")]);
    let before = project.of("a.ts");
    project.write(".env", "A=yy\n");
    assert_eq!(before, project.of("a.ts"));
    project.write(".env", &format!("A={HEX20}\n"));
    assert_ne!(before, project.of("a.ts"));
    fs::remove_file(project.dir.path().join(".env")).unwrap();
    assert_eq!(project.of("a.ts"), Environment::default());
}

#[test]
fn no_value_can_be_printed() {
    let project = Project::new(&[(".env", &format!("A={HEX20}\nB=hunter2\n"))]);
    let shown = format!("{:?} {:?}", project.of("a.ts"), project.env);
    assert!(shown.contains("Hex20") && !shown.contains("abcdef") && !shown.contains("hunter2"), "{shown}");
}

#[test]
fn what_cannot_be_read_sets_nothing() {
    let project = Project::new(&[(".env/x", "A=b")]);
    fs::write(project.dir.path().join(".env.local"), b"\xFF\xFEA\0=\0b\0\n\0").unwrap();
    assert_eq!(project.of("a.ts").variables().count(), 0);
}
