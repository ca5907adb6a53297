//! Secrets that are planted in a project never leave the process, whatever it is asked for.

use super::project::{Output, Project};
use crate::planted::{HEAD, hex, planted};

const FORMATS: [&str; 7] = ["text", "json", "sarif", "github", "gitlab", "junit", "agent"];

/// Runs it with lines as long as they are: what is cut off proves nothing.
fn run(project: &Project, args: &[&str]) -> Output {
    let output = project.command(args).env("COLUMNS", "500").output().expect("it starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Output { code: output.status.code().unwrap_or(-1), stdout: text(&output.stdout), stderr: text(&output.stderr) }
}

#[test]
fn no_output_holds_a_planted_secret() {
    let planted = planted();
    assert!(planted.len() >= 80, "{}", planted.len());
    let text: String = planted.iter().map(|planted| format!("{}\n", planted.line)).collect();
    let text = format!("{HEAD}{text}");
    let project = Project::new(&[("a.tsx", &text)]);
    let file = ["check", "--select", "all", "a.tsx"];
    let mut outputs: Vec<(String, String)> = Vec::new();
    let mut keep = |what: &str, output: &Output| {
        outputs.push((what.to_owned(), format!("{}\n{}", output.stdout, output.stderr)));
    };
    for format in FORMATS {
        keep(format, &run(&project, &[&file[..], &["--format", format]].concat()));
    }
    keep("colours", &run(&project, &[&file[..], &["--color", "always"]].concat()));
    keep("diff", &run(&project, &[&file[..], &["--diff"]].concat()));
    keep("suggested diff", &run(&project, &[&file[..], &["--diff", "--fix-suggested"]].concat()));
    for args in [
        &["explain", "hardcoded-credential"][..],
        &["rules"],
        &["schema"],
        &["check", "--select", "all", "--quiet", "a.tsx"],
        // It writes the file: the last ones.
        &["check", "--select", "all", "--fix", "a.tsx"],
        &["check", "--select", "all", "--fix-suggested", "--format", "json", "a.tsx"],
    ] {
        keep(&args.join(" "), &run(&project, args));
    }
    let count = planted.iter().map(|planted| planted.never.len()).sum::<usize>();
    eprintln!("{} secrets in {count} pieces, {} outputs", planted.len(), outputs.len());
    let shown = |what: &str| outputs.iter().find(|(name, _)| name == what).map_or("", |(_, shown)| shown.as_str());
    assert!(shown("diff").starts_with("Secrets are masked below"), "{}", shown("diff"));
    let mut leaks = Vec::new();
    for planted in &planted {
        // The lines are shown, or nothing is proved.
        let begin = planted.line.split([' ', '(']).next().unwrap_or_default();
        assert!(shown("text").contains(begin), "{}", planted.shape);
        for never in &planted.never {
            for (what, output) in &outputs {
                for line in output.lines().filter(|line| line.contains(never.as_str())) {
                    leaks.push(format!("{}, {what}: {line}", planted.shape));
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{} leaks\n{}", leaks.len(), leaks.join("\n"));
}

#[test]
fn a_diff_without_secrets_says_nothing_of_them() {
    let text = format!("{HEAD}void cio.identify(\"1\", {{ created_at: Date.now() }});\n");
    let output = Project::new(&[("a.ts", &text)]).run(&["check", "--diff", "a.ts"]);
    assert!(output.stdout.starts_with("--- a/a.ts"), "{}", output.stdout);
}

#[test]
fn ordinary_code_is_shown_as_it_is() {
    let lines = [
        "import chunk from \"./chunk-5f1d7a84cfa2039be5f1.js\"; void chunk;",
        "const id = \"64b7f3a2c9e1d05a7b8c9d0e\";",
        "const key = \"order_placed\";",
        "const PASSWORD_RESET = \"password_reset\";",
        "const names = { token: \"TOKEN\", apiKey: \"CUSTOMERIO_APP_API_KEY\" };",
        "const uuid = \"5f1d7a84-cfa2-439b-85f1-d7a84cfa2039\";",
        "const plan = \"Basic plan\";",
        "const url = \"https://cdn.example.com/@scope/package@1.2.3\";",
        "void new APIClient(\"YOUR_APP_API_KEY\");",
        "switch (token) { case \"string\": case \"number\": case \"utf8\": break; }",
        "switch (status) { case \"state-1-of-3\": break; }",
        "void /^[0-9a-f]{32}$/.test(apiKey);",
        "void /order-2024x1/.test(name);",
        "const tag = html`<input type=\"password\" value=\"${value}\" name=\"password\">`;",
        "const field = html`<input type=\"text\" value=\"order-2024x1\">`;",
        "const pair = { name: \"plan\", value: \"order-2024x1\" };",
        "const text = \"The token: expired, the password: required\";",
        "const tagged = css`order-2024x1`;",
    ];
    let finding = "void cio.identify(\"1\", { created_at: Date.now() });";
    let text: String = lines.iter().map(|line| format!("{line} {finding}\n")).collect();
    let project = Project::new(&[("a.ts", &format!("{HEAD}{text}"))]);
    let output = run(&project, &["check", "a.ts"]);
    for line in lines {
        assert!(output.stdout.contains(line), "{line}\n{}", output.stdout);
    }
}

#[test]
fn wrong_settings_and_manifests_do_not_tell_what_is_in_them() {
    let (key, password) = (hex(7, 32), "hunter2");
    let settings = format!(
        "{{ \"region\": \"{key}\", \"sdkVersion\": \"{password}\", \"preset\": \"{password}\", \"{key}\": 1,\n \
         \"extends\": \"https://site:{password}@host/{key}.json\", \"include\": [\"[{key}\"],\n \
         \"rules\": {{ \"{password}-{key}\": \"off\", \"wrong-api-key\": \"{password}\", \"event-name-snake-case\": \
         {{ \"style\": \"{password}\", \"{key}\": 1 }} }},\n \"categories\": {{ \"{key}\": \"off\" }} }}"
    );
    let manifest = format!(
        "{{\n  \"config\": {{ \"apiKey\": \"{password}\" }}, \"dependencies\": {{ \"customerio-node\": \"^4.4.0\", \
         \"x\": \"git+https://me:{password}@host/x\", \"y\": \"{key}\" }}\n}}\n"
    );
    let env = format!("CIO_KEY={key}\n{key}\n");
    let project = Project::new(&[
        ("customerio.json", &settings),
        ("package.json", &manifest),
        (".env", &env),
        ("a.ts", &format!("{HEAD}void new APIClient(process.env.CIO_KEI!);\n")),
    ]);
    for format in FORMATS {
        let output = project.run(&["check", "--select", "all", "--format", format]);
        let shown = format!("{}{}", output.stdout, output.stderr);
        assert!(!shown.contains(&key) && !shown.contains(password), "{format}: {shown}");
    }
    let beside: [&[&str]; 6] = [
        &["rules"],
        &["schema"],
        &["explain", "wrong-api-key"],
        &["check", "--fix"],
        &["check", "--diff"],
        &["check", "--config", "customerio.json", "--stdin-filename", "b.ts"],
    ];
    for args in beside {
        let output = project.run(args);
        let shown = format!("{}{}", output.stdout, output.stderr);
        assert!(!shown.contains(&key) && !shown.contains(password), "{args:?}: {shown}");
    }
}
