//! `check`: arguments and exit codes.

use super::project::{CLEAN, IDLE, Project, STRICT};

#[test]
fn exit_codes() {
    let clean = Project::new(&[("a.ts", CLEAN)]);
    assert_eq!(clean.run(&["check"]).code, 0);
    let warned = Project::new(&[("a.ts", IDLE)]);
    assert_eq!(warned.run(&["check"]).code, 0, "a warning alone fails nothing");
    assert_eq!(warned.run(&["check", "--max-warnings", "1"]).code, 0);
    assert_eq!(warned.run(&["check", "--max-warnings", "0"]).code, 1);
    warned.write("customerio.json", STRICT);
    assert_eq!(warned.run(&["check"]).code, 1);
    assert_eq!(warned.run(&["check", "missing.ts"]).code, 2);
    assert_eq!(warned.run(&["check", "--no-such-flag"]).code, 2);
    assert_eq!(warned.run(&["check", "--format", "xml"]).code, 2);
    assert_eq!(warned.run(&["check", "--max-warnings", "x"]).code, 2);
    assert_eq!(warned.run(&["check", "--diff", "--format", "json"]).code, 2);
}

#[test]
fn a_missing_path_does_not_stop_the_others() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let output = project.run(&["check", "missing.ts", "a.ts"]);
    assert_eq!(output.code, 2);
    assert!(output.stdout.contains("missing.ts: cannot be read"), "{}", output.stdout);
    assert!(output.stdout.contains("a.ts:2:4"), "{}", output.stdout);
}

#[test]
fn the_report_shows_line_range_reason_fix_and_summary() {
    let project = Project::new(&[("src/a.ts", IDLE), ("src/b.ts", CLEAN), ("src/c.ts", "const other = 1;\n")]);
    let output = project.run(&["check", "--color", "never"]);
    assert_eq!(
        output.stdout,
        "\
warning[unused-suppression]: unused suppression
 --> src/a.ts:2:4
  |
2 | // customerio-disable-next-line wrong-api-key
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ there is no finding of `wrong-api-key` here
  |
  = fix: Remove the comment (--fix)

1 warning in 1 of 3 files (2 analyzed). 1 fixable with --fix.
"
    );
    assert_eq!(output.stderr, "");
    let quiet = project.run(&["check", "--quiet"]);
    assert!(quiet.stdout.contains("src/a.ts:2:4") && !quiet.stdout.contains("1 warning in"), "{}", quiet.stdout);
}

#[test]
fn nothing_found() {
    let project = Project::new(&[("a.ts", CLEAN), ("b.ts", "1\n")]);
    assert_eq!(project.run(&["check"]).stdout, "No findings in 2 files (1 analyzed).\n");
}

#[test]
fn colours_only_where_they_are_wanted() {
    let project = Project::new(&[("a.ts", IDLE)]);
    assert!(!project.run(&["check"]).stdout.contains('\x1b'), "standard output is a pipe");
    assert!(!project.run(&["check", "--color", "never"]).stdout.contains('\x1b'));
    assert!(project.run(&["check", "--color", "always"]).stdout.contains('\x1b'));
}

#[test]
fn paths_are_files_and_folders_in_any_form() {
    let project = Project::new(&[("a/x.ts", IDLE), ("a/y.ts", IDLE), ("b/z.ts", IDLE)]);
    assert_eq!(project.places(&[]), ["a/x.ts:2", "a/y.ts:2", "b/z.ts:2"]);
    assert_eq!(project.places(&["a"]), ["a/x.ts:2", "a/y.ts:2"]);
    assert_eq!(project.places(&["./a/../b/", "a/y.ts"]), ["a/y.ts:2", "b/z.ts:2"]);
    assert_eq!(project.places(&[".", "a", "a/x.ts", "./a/x.ts"]), ["a/x.ts:2", "a/y.ts:2", "b/z.ts:2"]);
    let absolute = project.path("a").display().to_string();
    assert_eq!(project.places(&[&absolute]), ["a/x.ts:2", "a/y.ts:2"]);
}

#[test]
fn the_same_run_gives_the_same_report() {
    let project = Project::new(&[]);
    for index in 0..60 {
        project.write(&format!("d{}/f{index}.ts", index % 7), IDLE);
    }
    let first = project.run(&["check"]).stdout;
    for _ in 0..5 {
        assert_eq!(project.run(&["check"]).stdout, first);
    }
}

#[test]
fn select_and_ignore() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let places = |args: &[&str]| project.places(args).len();
    assert_eq!(places(&["--select", "unused-suppression,wrong-api-key"]), 1);
    assert_eq!(places(&["--select", "wrong-api-key", "--select", "unused-suppression"]), 1);
    assert_eq!(places(&["--select", "unused-suppression"]), 0, "the rule that the comment is about is not selected");
    assert_eq!(places(&["--select", "wrong-api-key"]), 0);
    assert_eq!(places(&["--ignore", "unused-suppression"]), 0);
    assert_eq!(places(&["--ignore", "wrong-api-key"]), 0);
    assert_eq!(places(&["--ignore", "region-mismatch"]), 1);

    project.write("customerio.json", r#"{ "rules": { "unused-suppression": "off" } }"#);
    assert_eq!(places(&[]), 0);
    assert_eq!(places(&["--select", "unused-suppression,wrong-api-key"]), 1, "what is asked for by name is on");

    assert_eq!(places(&["--ignore", "suppressions"]), 0, "a category");
    assert_eq!(places(&["--select", "suppressions,credentials"]), 1);
    assert_eq!(places(&["--select", "all"]), 1, "a preset");
    assert_eq!(places(&["--ignore", "recommended"]), 0);

    let wrong = project.run(&["check", "--select", "unused-supression"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("did you mean `unused-suppression`?"), "{}", wrong.stderr);
}

#[test]
fn suppressions() {
    let project = Project::new(&[(
        "a.ts",
        "import \"customerio-node\";\n\
         /* customerio-disable unused-suppression */\n\
         // customerio-disable-next-line wrong-api-key -- it comes back in May\n\
         /* customerio-enable unused-suppression */\n\
         // customerio-disable-line timestamp-miliseconds\n",
    )]);
    let output = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(report["summary"]["suppressed"], 1);
    let file = &report["files"][0];
    assert_eq!(file["suppressed"][0]["rule"], "unused-suppression");
    assert_eq!(file["findings"].as_array().unwrap().len(), 1);
    assert_eq!(
        file["findings"][0]["message"],
        "unknown rule `timestamp-miliseconds`: did you mean `timestamp-milliseconds`?"
    );
    assert!(project.run(&["check"]).stdout.contains("1 suppressed by comments."));
}
