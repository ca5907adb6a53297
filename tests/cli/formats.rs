//! JSON, SARIF, GitHub, GitLab, JUnit and agent reports.

use super::project::{CLEAN, IDLE, Project};
use serde_json::{Value, json};

/// One finding behind an emoji, in a file with a byte order mark and CRLF; one file that is no text.
fn project() -> Project {
    let project = Project::new(&[("customerio.json", r#"{ "regin": 1 }"#)]);
    project.write(
        "src/ä b.ts",
        "\u{feff}import \"customerio-node\";\r\nf(\"😀\"); // customerio-disable-line wrong-apikey\r\n",
    );
    project.write("bad.ts", b"// customerio \xFF");
    project
}

fn json_of(project: &Project, args: &[&str]) -> Value {
    serde_json::from_str(&project.run(args).stdout).unwrap()
}

#[test]
fn json_report() {
    let report = json_of(&project(), &["check", "--format", "json"]);
    assert_eq!(report["version"], 1);
    assert_eq!(report["columnKind"], "utf16CodeUnits");
    assert_eq!(report["summary"]["warnings"], 1);
    assert_eq!(report["summary"]["exitCode"], 2);
    let file = &report["files"][0];
    assert_eq!(file["path"], "src/ä b.ts");
    let finding = &file["findings"][0];
    assert_eq!(finding["rule"], "unused-suppression");
    assert_eq!(finding["category"], "suppressions");
    assert_eq!(finding["severity"], "warning");
    let text = "\u{feff}import \"customerio-node\";\r\nf(\"😀\"); // customerio-disable-line wrong-apikey";
    let offset = text.find("wrong-apikey").unwrap();
    let range = json!({
        "start": { "line": 2, "column": 37, "offset": offset },
        "end": { "line": 2, "column": 49, "offset": offset + 12 },
    });
    assert_eq!(finding["range"], range);
    let fix = &finding["fixes"][0];
    assert_eq!(fix["applicability"], "suggested");
    assert_eq!(fix["edits"], json!([{ "range": range, "text": "wrong-api-key" }]));
    let problems = report["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 2);
    assert_eq!(problems[0]["message"], "bad.ts is not valid UTF-8 (byte 15); save it as UTF-8");
    assert_eq!(problems[1]["about"], "settings");
    assert_eq!((&problems[1]["line"], &problems[1]["column"]), (&json!(1), &json!(3)));
}

#[test]
fn sarif_report() {
    let report = json_of(&project(), &["check", "--format", "sarif"]);
    assert_eq!(report["version"], "2.1.0");
    let run = &report["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "customerio-ls");
    let rules = driver["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["helpUri"].as_str().unwrap().starts_with("https://"), "{rule}");
        assert!(rule["help"]["markdown"].is_string() && rule["help"]["text"].is_string(), "{rule}");
        assert!(
            ["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()),
            "{rule}"
        );
    }
    let result = &run["results"][0];
    let index = result["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(rules[index]["id"], result["ruleId"]);
    assert_eq!(result["level"], "warning");
    let physical = &result["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"], json!({ "uri": "src/%C3%A4%20b.ts", "uriBaseId": "%SRCROOT%" }));
    let region = json!({ "startLine": 2, "startColumn": 37, "endLine": 2, "endColumn": 49 });
    assert_eq!(physical["region"], region);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement, &json!({ "deletedRegion": region, "insertedContent": { "text": "wrong-api-key" } }));
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["exitCode"], 2);
    assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().len(), 1);
    assert_eq!(invocation["toolConfigurationNotifications"][0]["level"], "error");

    let clean = json_of(&Project::new(&[]), &["check", "--format", "sarif"]);
    assert_eq!(clean["runs"][0]["results"], json!([]), "a list is there even when nothing is in it");
    assert_eq!(clean["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn github_report() {
    let project = Project::new(&[("a,b.ts", IDLE)]);
    assert_eq!(
        project.run(&["check", "--format", "github"]).stdout,
        "::warning file=a%2Cb.ts,line=2,endLine=2,col=4,endColumn=46,title=unused-suppression::\
         unused suppression: there is no finding of `wrong-api-key` here\n"
    );
}

#[test]
fn gitlab_report() {
    let project = project();
    let report = json_of(&project, &["check", "--format", "gitlab"]);
    let issue = |name: &str| report.as_array().unwrap().iter().filter(|i| i["check_name"] == name).collect::<Vec<_>>();
    let found = issue("unused-suppression");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["severity"], "major");
    assert_eq!(found[0]["location"], json!({ "path": "src/ä b.ts", "lines": { "begin": 2, "end": 2 } }));
    assert!(found[0]["description"].as_str().unwrap().contains("wrong-apikey"), "{report}");
    let problems = issue("customerio-ls");
    assert_eq!(problems.len(), 2, "{report}");
    assert!(problems.iter().all(|problem| problem["severity"] == "blocker"), "{report}");

    let moved = format!("\n\n{}", project.read("src/ä b.ts").trim_start_matches('\u{feff}'));
    project.write("src/ä b.ts", moved);
    let after = json_of(&project, &["check", "--format", "gitlab"]);
    assert_eq!(after[0]["location"]["lines"]["begin"], 4);
    assert_eq!(after[0]["fingerprint"], report[0]["fingerprint"], "GitLab knows it again");

    assert_eq!(json_of(&Project::new(&[("a.ts", CLEAN)]), &["check", "--format", "gitlab"]), json!([]));
}

#[test]
fn junit_report() {
    let project = Project::new(&[("a&b.ts", IDLE), ("clean.ts", CLEAN), ("other.ts", "1\n")]);
    assert_eq!(
        project.run(&["check", "--format", "junit"]).stdout,
        "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"customerio-ls\" tests=\"2\" failures=\"1\" errors=\"0\">
  <testsuite name=\"a&amp;b.ts\" tests=\"1\" failures=\"1\" errors=\"0\">
    <testcase name=\"unused-suppression (2:4)\" classname=\"a&amp;b.ts\" file=\"a&amp;b.ts\" line=\"2\">
      <failure type=\"warning\" message=\"unused suppression: there is no finding of `wrong-api-key` here\">\
         a&amp;b.ts:2:4: unused suppression: there is no finding of `wrong-api-key` here</failure>
    </testcase>
  </testsuite>
  <testsuite name=\"clean.ts\" tests=\"1\" failures=\"0\" errors=\"0\">
    <testcase name=\"customerio-ls\" classname=\"clean.ts\" file=\"clean.ts\"/>
  </testsuite>
</testsuites>
"
    );
    project.write("customerio.json", r#"{ "rules": { "unused-suppression": "hint" } }"#);
    let hinted = project.run(&["check", "--format", "junit"]).stdout;
    assert!(hinted.contains("failures=\"0\"") && hinted.contains("<system-out>hint: a&amp;b.ts:2:4: "), "{hinted}");
    let failed = project.run(&["check", "--format", "junit", "missing.ts"]);
    assert!(failed.code == 2 && failed.stdout.contains("errors=\"1\""), "{}", failed.stdout);
    assert!(failed.stdout.contains("<error type=\"failed\" message=\"missing.ts cannot be read"), "{}", failed.stdout);
}

#[test]
fn agent_report() {
    let project = Project::new(&[("a.ts", IDLE)]);
    assert_eq!(
        project.run(&["check", "--format", "agent"]).stdout,
        "a.ts:2:4: warning unused-suppression: unused suppression: there is no finding of `wrong-api-key` here. \
         Fix: Remove the comment (--fix)\n1 warning, 1 fixable with --fix\n"
    );
}

#[test]
fn no_report_shows_a_key() {
    let keys =
        ["0123456789abcdef0123", "0123456789abcdef0123456789abcdef", "ak_0123456789abcdef", "sa_live_0123456789abcdef"];
    let lines: String = keys.map(|key| format!("f(\"{key}\"); // customerio-disable-line -- {key}\n")).concat();
    let project = Project::new(&[("a.ts", &format!("import \"customerio-node\";\n{lines}"))]);
    for format in ["text", "json", "sarif", "github", "gitlab", "junit", "agent"] {
        let output = project.run(&["check", "--format", format]);
        assert!(output.stdout.contains("unused-suppression"), "{}", output.stdout);
        for key in keys {
            assert!(!output.stdout.contains(key), "{format}: {}", output.stdout);
        }
    }
}

#[test]
fn a_hard_coded_key_is_marked_and_not_shown() {
    let key = "0123456789abcdef0123456789abcdef";
    let text = format!("import {{ TrackClient }} from \"customerio-node\";\nnew TrackClient(\"{key}\", \"{key}\");\n");
    let project = Project::new(&[("a.ts", &text)]);
    let output = project.run(&["check"]);
    assert!(output.stdout.contains("new TrackClient(\"****"), "{}", output.stdout);
    for format in ["text", "json", "sarif", "github", "gitlab", "junit", "agent"] {
        assert!(!project.run(&["check", "--format", format]).stdout.contains(key), "{format}");
    }
}

#[test]
fn no_report_shows_a_key_that_a_rule_found() {
    // Made up, all of them.
    let [track, app, secret, account] =
        ["a7f0c3d91b2e4f586a7f", "b19f3c7a0d2e4856b19f3c7a0d2e4856", "ak_eu_4f9a8b7c6d5e", "sa_live_8f7e6d5c4b3a"];
    let basic = "N2MxZDBlOWZhMmIzNTg2NGQ3YzE6YTdmMGMzZDkxYjJlNGY1ODZhN2Y=";
    let code = format!(
        "import {{ APIClient, TrackClient }} from \"customerio-node\";
import {{ key }} from \"./keys\";
export const a = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_KEY || \"{track}\");
export const b = new APIClient(key);
export const c = new APIClient(\"{secret}\");
export const d = new APIClient(\"{account}\");
const url = \"https://api.customer.io/v1/campaigns\";
export const e = () => fetch(url, {{ headers: {{ Authorization: \"Bearer {app}\" }} }});
export const f = () => fetch(url, {{ headers: {{ Authorization: \"Basic {basic}\" }} }});
"
    );
    let project = Project::new(&[("src/a.ts", &code), ("src/keys.ts", &format!("export const key = \"{app}\";\n"))]);
    let shows_none = |output: &super::project::Output, what: &str| {
        for key in [track, app, secret, account, basic] {
            assert!(!output.stdout.contains(key) && !output.stderr.contains(key), "{what}: {}", output.stdout);
        }
    };
    for format in ["text", "json", "sarif", "github", "gitlab", "junit", "agent"] {
        let output =
            project.run(&["check", "--select", "hardcoded-credential,service-account-in-app", "--format", format]);
        assert!(output.stdout.contains("hardcoded-credential"), "{format}: {}", output.stdout);
        shows_none(&output, format);
    }
    let report = json_of(&project, &["check", "--select", "hardcoded-credential", "--format", "json"]);
    assert_eq!(report["summary"]["warnings"], 6);
    shows_none(&project.run(&["check", "--fix-suggested", "--diff"]), "diff");
    shows_none(&project.run(&["check", "--fix-suggested"]), "fix");
    assert!(project.read("src/a.ts").contains("process.env.CIO_KEY!)"), "{}", project.read("src/a.ts"));
}

#[test]
fn quiet_is_quiet_in_every_format() {
    let project = Project::new(&[("a.ts", IDLE), ("notes.txt", "")]);
    for format in ["text", "github", "agent", "junit", "json", "sarif", "gitlab"] {
        let run = |quiet: &[&str], path: &str| {
            project.run(&[&["check", "--format", format, path, "notes.txt"], quiet].concat()).stdout
        };
        assert!(run(&[], "a.ts").contains("notes.txt"), "{format} has the note");
        let quiet = run(&["-q"], "a.ts");
        assert!(quiet.contains("unused-suppression") && !quiet.contains("notes.txt"), "{format}: {quiet}");
        let nothing = run(&["--quiet", "--ignore", "suppressions"], "a.ts");
        match format {
            "text" | "github" | "agent" => assert_eq!(nothing, "", "{format}"),
            _ => assert!(!nothing.contains("notes.txt"), "{format}: {nothing}"),
        }
    }
}

#[test]
fn agents_get_their_format_by_themselves_and_no_word_twice() {
    const TWICE: &str = "import { TrackClient } from \"customerio-node\";\n\
                         const cio = new TrackClient(siteId, key);\n\
                         await cio.identify(\"42\", { created_at: Date.now() });\n\
                         await cio.identify(\"43\", { created_at: Date.now() });\n";
    let project = Project::new(&[("a.ts", TWICE)]);
    let asked_for = project.run(&["check", "--format", "agent"]).stdout;
    assert_eq!(asked_for.matches("timestamp-milliseconds").count(), 2, "{asked_for}");
    assert_eq!(asked_for.matches("Help: ").count(), 1, "{asked_for}");
    let by_itself = |variable: &str, value: &str, args: &[&str]| {
        let output = project.command(args).env(variable, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let text = project.run(&["check"]).stdout;
    for variable in ["CLAUDECODE", "CURSOR_AGENT", "GEMINI_CLI", "AI_AGENT"] {
        assert_eq!(by_itself(variable, "1", &["check"]), asked_for, "{variable}");
        assert_eq!(by_itself(variable, "", &["check"]), text, "{variable} is empty");
        assert_eq!(by_itself(variable, "1", &["check", "--format", "text"]), text, "{variable}");
    }
}
