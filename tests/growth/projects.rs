//! Projects of which something grows: twice as many entries of settings, packages, variables and lines of lock files take
//! `check` about twice as long.

use super::{HEAD, lines, too_fast};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const PACKAGE: &str = "{ \"name\": \"p\", \"dependencies\": { \"customerio-node\": \"^4.4.0\" } }\n";
/// What takes less tells nothing: a process has to begin and to end.
const LEAST: Duration = Duration::from_millis(150);

/// Writes a file and the folders above it.
fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
    fs::write(path, text).expect("the file");
}

/// A line for each number, with commas between them.
fn list(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().join(",\n")
}

#[track_caller]
fn grows_no_faster(size: usize, make: impl Fn(&Path, usize)) {
    grows_no_faster_with(&["--select", "all"], size, make);
}

#[track_caller]
fn grows_no_faster_with(arguments: &[&str], size: usize, make: impl Fn(&Path, usize)) {
    let projects = [size, 2 * size].map(|size| {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), "package.json", PACKAGE);
        make(folder.path(), size);
        folder
    });
    let time = |asked: usize| {
        let folder = &projects[usize::from(asked > size)];
        let mut check = Command::new(env!("CARGO_BIN_EXE_customerio-ls"));
        let begun = Instant::now();
        let output = check.arg("check").args(arguments).arg(".").current_dir(folder.path()).output().expect("it runs");
        let taken = begun.elapsed();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
        taken.max(LEAST)
    };
    if let Some(ratios) = too_fast(size, time) {
        panic!("twice the size takes {ratios:.1?} times as long");
    }
}

fn calls(count: usize, name: impl Fn(usize) -> String) -> String {
    format!("{HEAD}{}", lines(count, |at| format!("void cio.track(\"u\", {{ name: \"{}\" }});\n", name(at))))
}

#[test]
fn variables_of_the_environment() {
    grows_no_faster(50_000, |root, count| {
        write(root, ".env", &lines(count, |at| format!("K{at}=v{at}\n")));
        write(root, ".env.example", &lines(count, |at| format!("K{at}=\n")));
        write(root, "a.ts", &calls(1, |_| "a".into()));
    });
}

#[test]
fn paths_of_a_tsconfig() {
    grows_no_faster(1_000, |root, count| {
        let paths = list(count, |at| format!("\"@p{at}/*\": [\"./src/p{at}/*\"]"));
        write(root, "tsconfig.json", &format!("{{ \"compilerOptions\": {{ \"paths\": {{\n{paths}\n}} }} }}"));
        for at in 0..count {
            let next = (at + 1) % count;
            let text = format!("import \"customerio-node\";\nexport {{ x{next} as x{at} }} from \"@p{next}/x\";\n");
            write(root, &format!("src/p{at}/x.ts"), &text);
        }
    });
}

#[test]
fn names_that_a_package_has_for_its_files() {
    grows_no_faster(1_000, |root, count| {
        let imports = list(count, |at| format!("\"#x{at}/*\": \"./src/x{at}/*.ts\""));
        let exports = list(count, |at| format!("\"./x{at}\": \"./src/x{at}/a.ts\""));
        let package = PACKAGE.replace(
            "{ \"name\"",
            &format!("{{\n\"imports\": {{\n{imports}\n}},\n\"exports\": {{\n{exports}\n}},\n\"name\""),
        );
        write(root, "package.json", &package);
        for at in 0..count {
            let next = (at + 1) % count;
            let text = format!(
                "import \"customerio-node\";\nexport * as y from \"#x{next}/a\";\nexport * as z from \"p/x{next}\";\n"
            );
            write(root, &format!("src/x{at}/a.ts"), &text);
        }
    });
}

#[test]
fn packages_of_a_workspace() {
    grows_no_faster(500, |root, count| {
        write(root, "package.json", "{ \"name\": \"root\", \"private\": true, \"workspaces\": [\"packages/*\"] }");
        for at in 0..count {
            let next = (at + 1) % count;
            let package = PACKAGE.replace("\"p\"", &format!("\"@w/p{at}\", \"main\": \"./index.ts\""));
            write(root, &format!("packages/p{at}/package.json"), &package);
            let text = format!(
                "{HEAD}export const x{at} = \"a\";\nimport {{ x{next} }} from \"@w/p{next}\";\nvoid cio.track(\"u\", {{ name: x{next} }});\n"
            );
            write(root, &format!("packages/p{at}/index.ts"), &text);
        }
    });
}

#[test]
fn events_of_an_account() {
    grows_no_faster(20_000, |root, count| {
        let events = list(count, |at| format!("\"event_{at}\""));
        write(root, "customerio.json", &format!("{{ \"account\": {{ \"events\": [\n{events}\n] }} }}"));
        write(root, "a.ts", &calls(10, |at| format!("event_{at}x")));
    });
}

#[test]
fn settings_of_many_folders() {
    grows_no_faster(500, |root, count| {
        write(root, "customerio.json", "{ \"preset\": \"strict\" }");
        for at in 0..count {
            let settings =
                format!("{{ \"rules\": {{ \"event-name-snake-case\": {{ \"allow\": [\"Legacy {at} *\"] }} }} }}");
            write(root, &format!("src/p{at}/customerio.json"), &settings);
            write(root, &format!("src/p{at}/a.ts"), &calls(1, |_| "Signed Up".into()));
        }
    });
}

#[test]
fn names_that_the_settings_allow() {
    grows_no_faster(1_000, |root, count| {
        let allow = list(count, |at| format!("\"Legacy {at} *\""));
        let events = list(count, |at| format!("\"Event{at}*_?x\""));
        let settings = format!(
            "{{ \"rules\": {{ \"event-name-snake-case\": {{ \"allow\": [\n{allow}\n] }} }}, \"account\": {{ \"events\": [\n{events}\n] }} }}"
        );
        write(root, "customerio.json", &settings);
        write(root, "a.ts", &calls(count, |at| format!("Event{at}Seen_ax")));
    });
}

#[test]
fn lines_of_lock_files() {
    let lock = |count: usize| {
        let packages = lines(count / 2, |at| format!("  pkg{at}@1.0.0:\n    resolution: {{integrity: sha512-{at}}}\n"));
        let importer =
            "  .:\n    dependencies:\n      customerio-node:\n        specifier: ^4.4.0\n        version: 4.4.0\n";
        let pnpm = format!("lockfileVersion: '9.0'\nimporters:\n{importer}packages:\n{packages}");
        let yarn = lines(count / 4, |at| format!("\"pkg{at}@^1.0.0\":\n  version \"1.0.0\"\n  resolved \"x\"\n\n"));
        let yarn = format!("# yarn lockfile v1\n\n\n{yarn}customerio-node@^4.4.0:\n  version \"4.4.0\"\n");
        let npm = list(count / 3, |at| format!("\"node_modules/pkg{at}\": {{\n\"version\": \"1.0.0\"\n}}"));
        let own = "\"\": { \"dependencies\": { \"customerio-node\": \"^4.4.0\" } },\n\"node_modules/customerio-node\": { \"version\": \"4.4.0\" }";
        let npm = format!("{{ \"lockfileVersion\": 3, \"packages\": {{\n{own},\n{npm}\n}} }}");
        [("pnpm-lock.yaml", pnpm), ("yarn.lock", yarn), ("package-lock.json", npm)]
    };
    for kind in 0..3 {
        grows_no_faster(50_000, |root, count| {
            let (name, text) = &lock(count)[kind];
            write(root, name, text);
            write(root, "a.ts", &calls(1, |_| "a".into()));
        });
    }
}

#[test]
fn files_whose_functions_call_one_another() {
    grows_no_faster(300, |root, count| {
        for at in 0..count {
            let next = if at + 1 < count {
                format!(
                    "import {{ send as next }} from \"./f{}\";\nexport async function send(id: string, at: number) {{ await next(id, at); }}\n",
                    at + 1
                )
            } else {
                format!(
                    "{HEAD}export async function send(id: string, at: number) {{ await cio.identify(id, {{ at }}); }}\n"
                )
            };
            write(root, &format!("f{at}.ts"), &next);
        }
        write(root, "main.ts", "import { send } from \"./f0\";\nvoid send(\"1\", Date.now());\n");
    });
}

/// From each barrel to the last one there are exponentially many ways.
#[test]
fn barrels_that_pass_on_three_others() {
    grows_no_faster(900, |root, count| {
        for at in 0..count {
            let star = |to: usize| if to < count { format!("b{to}") } else { "client".to_owned() };
            let stars = (1..=3).map(|next| format!("export * from \"./{}\";\n", star(at + next)));
            write(root, &format!("b{at}.ts"), &stars.collect::<String>());
        }
        write(root, "client.ts", &HEAD.replace("const", "export const"));
        write(root, "a.ts", "import { cio, missing } from \"./b0\";\nvoid cio.track(\"u\", { name: missing });\n");
    });
}

#[test]
fn fixes_of_many_files() {
    grows_no_faster_with(&["--diff"], 40, |root, count| {
        let fixed = |at: usize| format!("void cio.identify(\"u{at}\", {{ created_at: Date.now() }});\n");
        for file in 0..20 {
            write(root, &format!("f{file}.ts"), &format!("{HEAD}{}", lines(count, fixed)));
        }
    });
}

#[test]
fn files_that_use_what_others_hand_over() {
    grows_no_faster(1_500, |root, count| {
        let app = "const app = express();\napp.locals.cio = cio;\n";
        write(root, "app.ts", &format!("import express from \"express\";\n{HEAD}{app}"));
        for at in 0..count {
            let handler = "export const handler = (req: any) => req.app.locals.cio.track(\"u\", { name: \"a\" });\n";
            write(root, &format!("h{at}.ts"), &format!("import {{ RegionUS }} from \"customerio-node\";\n{handler}"));
        }
    });
}
