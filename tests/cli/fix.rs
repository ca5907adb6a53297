//! `check --fix`, `--fix-suggested` and `--diff`.

use super::project::{IDLE, IDLE_FIXED, Project};
use serde_json::{Value, json};
use std::fs;

#[test]
fn fix_writes_the_repaired_file() {
    let project = Project::new(&[("a.ts", IDLE), ("b/c.tsx", IDLE)]);
    let output = project.run(&["check", "--fix"]);
    assert_eq!(output.code, 0);
    assert_eq!(
        output.stdout,
        "Fixed 2 findings in 2 files:\n  a.ts: unused-suppression\n  b/c.tsx: unused-suppression\n\
         No findings in 2 files (2 analyzed).\n"
    );
    assert_eq!(project.read("a.ts"), IDLE_FIXED);
    assert_eq!(project.read("b/c.tsx"), IDLE_FIXED);
    let left: Vec<String> =
        fs::read_dir(project.root()).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(left.len(), 2, "no temporary file is left: {left:?}");
    assert_eq!(project.run(&["check", "--fix"]).stdout, "No findings in 2 files (2 analyzed).\n");
}

#[test]
fn fix_keeps_line_breaks_and_the_byte_order_mark() {
    let project = Project::new(&[]);
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    project.write("a.ts", crlf(IDLE));
    project.write("b.ts", IDLE.replace('\n', "\r"));
    project.write("c.ts", IDLE.trim_end());
    assert_eq!(project.run(&["check", "--fix"]).code, 0);
    assert_eq!(project.read("a.ts"), crlf(IDLE_FIXED));
    assert_eq!(project.read("b.ts"), IDLE_FIXED.replace('\n', "\r"));
    assert_eq!(project.read("c.ts"), IDLE_FIXED.trim_end());
}

#[test]
fn mistakes_are_repaired() {
    let text = |created_at: &str, region: &str, imports: &str| {
        let text = format!(
            "// 😀\n\
             import {{ {imports} }} from \"customerio-node\";\n\
             const cio = new TrackClient(siteId, key, {{ region: {region} }});\n\
             await cio.identify(\"42\", {{ name: \"😀\", created_at: {created_at} }});\n"
        );
        format!("\u{feff}{}", text.replace('\n', "\r\n"))
    };
    let project = Project::new(&[]);
    project.write("a.ts", text("Date.now()", "\"EU\"", "TrackClient"));
    assert_eq!(project.run(&["check"]).code, 1);
    let output = project.run(&["check", "--fix"]);
    assert_eq!(project.read("a.ts"), text("Math.floor(Date.now() / 1000)", "RegionEU", "TrackClient, RegionEU"));
    assert_eq!(output.code, 0, "{}", output.stdout);
    assert_eq!(
        output.stdout,
        "Fixed 2 findings in 1 file:\n  a.ts: region-not-instance, timestamp-milliseconds\n\
         No findings in 1 file (1 analyzed).\n"
    );
}

#[test]
fn what_is_suppressed_is_not_repaired() {
    let text = "import { TrackClient } from \"customerio-node\";\n\
                const cio = new TrackClient(siteId, key);\n\
                // customerio-disable-next-line timestamp-milliseconds -- ours are in milliseconds\n\
                await cio.identify(\"42\", { created_at: Date.now() });\n";
    let project = Project::new(&[("a.ts", text)]);
    let output = project.run(&["check", "--fix"]);
    assert_eq!(project.read("a.ts"), text);
    assert_eq!(output.stdout, "No findings in 1 file (1 analyzed). 1 suppressed by comments.\n");
}

#[test]
fn all_of_several_repairs_are_made() {
    let project = Project::new(&[(
        "a.ts",
        "import \"customerio-node\";\n\
         // customerio-disable-next-line wrong-api-key, region-mismatch, unused-suppresion\n\
         /* customerio-disable */\n\
         const a = 1; // customerio-disable-line\n",
    )]);
    project.run(&["check", "--fix"]);
    assert_eq!(
        project.read("a.ts"),
        "import \"customerio-node\";\n// customerio-disable-next-line unused-suppresion\nconst a = 1;\n"
    );
}

#[test]
fn suggested_repairs_are_made_only_when_asked_for() {
    let text = "import \"customerio-node\";\n// customerio-disable-next-line wrong-apikey\n";
    let project = Project::new(&[("a.ts", text)]);
    let output = project.run(&["check", "--fix"]);
    assert_eq!(project.read("a.ts"), text);
    assert!(output.stdout.contains("1 fixable with --fix-suggested."), "{}", output.stdout);
    project.run(&["check", "--fix-suggested"]);
    // The name is put right first, and then it suppresses nothing.
    assert_eq!(project.read("a.ts"), "import \"customerio-node\";\n");
}

#[test]
fn broken_code_is_not_repaired() {
    let text = "import \"customerio-node\";\nlet x = {{;\n// customerio-disable-line\n";
    let project = Project::new(&[("a.ts", text), ("b.ts", IDLE)]);
    let output = project.run(&["check", "--fix"]);
    assert_eq!(project.read("a.ts"), text);
    assert_eq!(project.read("b.ts"), IDLE_FIXED);
    assert!(output.stdout.contains("statements that contain this are not fixed"), "{}", output.stdout);
}

#[test]
fn diff_shows_and_writes_nothing() {
    let project = Project::new(&[("a.ts", IDLE), ("b.ts", IDLE)]);
    for args in [&["check", "--diff"][..], &["check", "--diff", "--fix"], &["check", "--diff", "--fix-suggested"]] {
        let output = project.run(args);
        assert_eq!(output.code, 1, "something is pending");
        assert_eq!(
            output.stdout,
            "\
--- a/a.ts
+++ b/a.ts
@@ -1,3 +1,2 @@
 import \"customerio-node\";
-// customerio-disable-next-line wrong-api-key
 const a = 1;
--- a/b.ts
+++ b/b.ts
@@ -1,3 +1,2 @@
 import \"customerio-node\";
-// customerio-disable-next-line wrong-api-key
 const a = 1;
"
        );
        let option = args.get(2).unwrap_or(&"--fix");
        assert_eq!(output.stderr, format!("Would fix 2 findings in 2 files ({option}).\n"));
    }
    assert_eq!(project.read("a.ts"), IDLE);
    assert_eq!(project.run(&["check", "--diff", "-q"]).stderr, "");
    project.run(&["check", "--fix"]);
    let done = project.run(&["check", "--diff"]);
    assert_eq!((done.code, &*done.stdout, &*done.stderr), (0, "", "Nothing to fix with --fix.\n"));
}

#[test]
fn a_diff_of_a_file_elsewhere_can_be_applied() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let elsewhere = Project::new(&[]);
    let path = dunce::canonicalize(project.path("a.ts")).expect("a path");
    let path = path.to_str().expect("text").replace(std::path::MAIN_SEPARATOR, "/");
    let output = elsewhere.run(&["check", "--diff", &path]);
    let named = path.trim_start_matches('/');
    assert!(output.stdout.starts_with(&format!("--- a/{named}\n+++ b/{named}\n")), "{}", output.stdout);
}

#[test]
fn a_diff_shows_no_key() {
    let key = "0123456789abcdef0123456789abcdef";
    let project = Project::new(&[("a.ts", &format!("{IDLE}const key = \"{key}\";\n"))]);
    let output = project.run(&["check", "--diff"]);
    assert!(output.stdout.contains("const key = \"********************************\";"), "{}", output.stdout);
    assert!(!output.stdout.contains(key));
}

#[cfg(unix)]
#[test]
fn fix_keeps_permissions_and_follows_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = Project::new(&[("real/a.ts", IDLE)]);
    fs::set_permissions(project.path("real/a.ts"), fs::Permissions::from_mode(0o751)).unwrap();
    symlink("real/a.ts", project.path("link.ts")).unwrap();
    assert_eq!(project.run(&["check", "--fix", "link.ts"]).code, 0);
    assert_eq!(project.read("real/a.ts"), IDLE_FIXED);
    assert!(fs::symlink_metadata(project.path("link.ts")).unwrap().is_symlink());
    assert_eq!(fs::metadata(project.path("real/a.ts")).unwrap().permissions().mode() & 0o777, 0o751);
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new(&[("a.ts", IDLE)]);
    fs::set_permissions(project.path("a.ts"), fs::Permissions::from_mode(0o444)).unwrap();
    let output = project.run(&["check", "--fix"]);
    assert_eq!(output.code, 2);
    assert!(output.stdout.contains("a.ts: cannot be written: it is read-only"), "{}", output.stdout);
    assert!(output.stdout.contains("a.ts:2:4"), "the finding is still there: {}", output.stdout);
    assert_eq!(project.read("a.ts"), IDLE);
}

#[cfg(unix)]
#[test]
fn names_of_one_file_stay_names_of_one_file() {
    use std::os::unix::fs::MetadataExt;
    let project = Project::new(&[("a.ts", IDLE), ("other/.keep", "")]);
    std::fs::hard_link(project.path("a.ts"), project.path("other/b.txt")).unwrap();
    let before = std::fs::metadata(project.path("a.ts")).unwrap();
    assert_eq!(project.run(&["check", "--fix"]).code, 0);
    assert_eq!(project.read("a.ts"), IDLE_FIXED);
    assert_eq!(project.read("other/b.txt"), IDLE_FIXED);
    let after = std::fs::metadata(project.path("a.ts")).unwrap();
    assert_eq!((after.ino(), after.nlink()), (before.ino(), 2));
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_whole_files_and_nothing_else() {
    use std::process::{Command, Stdio};
    const FILES: usize = 60;
    let names: Vec<String> = (0..FILES).map(|at| format!("f{at}.ts")).collect();
    for (round, signal) in ["INT", "TERM"].iter().cycle().take(12).enumerate() {
        let project = Project::new(&[]);
        names.iter().for_each(|name| project.write(name, IDLE));
        let mut child = project.command(&["check", "--fix"]).stdout(Stdio::null()).spawn().unwrap();
        // At the time when so many files are written: no clock tells that.
        let wanted = round * 4;
        let written = || names.iter().filter(|name| project.read(name) == IDLE_FIXED).count();
        while written() < wanted && child.try_wait().unwrap().is_none() {}
        let _ =
            Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).stderr(Stdio::null()).status();
        child.wait().unwrap();
        let entries = std::fs::read_dir(project.root()).unwrap().map(|entry| entry.unwrap().file_name());
        let entries: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        assert_eq!(entries.len(), FILES, "{signal}: {entries:?}");
        for name in &names {
            let text = project.read(name);
            assert!(text == IDLE || text == IDLE_FIXED, "{signal}: {name}: {text}");
        }
    }
}

#[test]
fn what_was_fixed_is_listed_by_file_and_rule() {
    let twice = format!("{IDLE}// customerio-disable-next-line region-mismatch\nf();\n");
    let project =
        || Project::new(&[("src/a.ts", &twice), ("src/b.ts", IDLE), ("c.ts", "import \"customerio-node\";\n")]);
    let list = "Fixed 3 findings in 2 files:\n  src/a.ts: unused-suppression (2)\n  src/b.ts: unused-suppression\n";
    let output = project().run(&["check", "--fix"]);
    assert!(output.stdout.starts_with(list), "{}", output.stdout);
    assert_eq!(project().run(&["check", "--fix", "-q"]).stdout, "");
    let agent = project().run(&["check", "--fix", "--format", "agent"]);
    assert_eq!(
        agent.stdout,
        "fixed in src/a.ts: unused-suppression (2)\nfixed in src/b.ts: unused-suppression\n\
         no findings, 3 findings in 2 files fixed\n"
    );
    let json: Value = serde_json::from_str(&project().run(&["check", "--fix", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["summary"]["fixed"], 3);
    let fixed = json!([
        { "path": "src/a.ts", "rules": { "unused-suppression": 2 } },
        { "path": "src/b.ts", "rules": { "unused-suppression": 1 } },
    ]);
    assert_eq!(json["fixed"], fixed);
}
