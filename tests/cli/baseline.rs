//! `--write-baseline` and `--baseline`.

use super::project::{CLEAN, IDLE, IDLE_FIXED, Project, STRICT};

fn written(files: &[(&str, &str)]) -> Project {
    let project = Project::new(files);
    project.write("customerio.json", STRICT);
    let output = project.run(&["check", "--write-baseline", "baseline.json"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{output:?}");
    project
}

#[test]
fn known_findings_fail_no_run_and_new_ones_do() {
    let project = written(&[("src/a.ts", IDLE), ("b.ts", IDLE), ("c.ts", CLEAN)]);
    let baseline = project.read("baseline.json");
    assert_eq!(baseline.matches("\"unused-suppression\"").count(), 2, "{baseline}");
    let run = || project.run(&["check", "--baseline", "baseline.json"]);
    let output = run();
    assert_eq!(output.code, 0);
    assert_eq!(output.stdout, "No findings in 3 files (3 analyzed). 2 known from the baseline.\n");
    assert_eq!(project.run(&["check"]).code, 1, "without it nothing is known");

    project.write("src/a.ts", format!("\n\n{}", IDLE.replace("import", "  import")));
    assert_eq!(run().code, 0, "code may move");
    project.write("src/a.ts", format!("{IDLE}// customerio-disable-next-line wrong-api-key\nf();\n"));
    let output = run();
    assert!(
        output.code == 1 && output.stdout.contains("1 error in 1 of 3"),
        "the same again is new: {}",
        output.stdout
    );
    project.write("src/a.ts", IDLE);
    project.write("c.ts", IDLE);
    let output = run();
    assert!(output.code == 1 && output.stdout.contains("c.ts:2:4"), "{}", output.stdout);
    assert!(!output.stdout.contains("b.ts:2:4"), "{}", output.stdout);
}

#[test]
fn entries_that_nothing_is_found_for_are_noted() {
    let project = written(&[("src/a.ts", IDLE), ("b.ts", IDLE), ("c.ts", CLEAN)]);
    project.write("src/a.ts", IDLE_FIXED);
    std::fs::remove_file(project.path("b.ts")).unwrap();
    let output = project.run(&["check", "--baseline", "baseline.json"]);
    assert_eq!(output.code, 0);
    for file in ["src/a.ts", "b.ts"] {
        let note = format!("{file}: no longer has 1 finding of unused-suppression that the baseline lists");
        assert!(output.stdout.contains(&note), "{}", output.stdout);
    }
    let some = project.run(&["check", "--baseline", "baseline.json", "c.ts"]);
    assert!(!some.stdout.contains("src/a.ts"), "what is not checked cannot be told: {}", some.stdout);
    let narrow = project.run(&["check", "--baseline", "baseline.json", "--ignore", "suppressions"]);
    assert!(!narrow.stdout.contains("no longer"), "nor what is not looked for: {}", narrow.stdout);
    project.run(&["check", "--write-baseline", "baseline.json"]);
    assert!(!project.read("baseline.json").contains("src/a.ts"));
}

#[test]
fn a_baseline_of_some_files_keeps_the_others() {
    let project = written(&[("src/a.ts", IDLE), ("lib/b.ts", IDLE)]);
    project.write("src/a.ts", IDLE_FIXED);
    let output = project.run(&["check", "--write-baseline", "baseline.json", "src"]);
    assert_eq!(output.stdout, "Wrote 1 finding in 1 file to baseline.json.\n");
    assert!(project.read("baseline.json").contains("lib/b.ts"));
}

#[test]
fn a_baseline_holds_from_wherever_it_is_used() {
    let project = written(&[("src/a.ts", IDLE), ("b.ts", IDLE)]);
    let from_below = project.command(&["check", "--baseline", "../baseline.json", ".."]);
    let output = { from_below }.current_dir(project.path("src")).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("2 known from the baseline."), "{text}");
}

#[test]
fn a_baseline_that_cannot_be_used_is_told() {
    let project = Project::new(&[("a.ts", IDLE), ("bad.json", "{"), ("newer.json", r#"{"version":2,"findings":{}}"#)]);
    for (file, why) in [
        ("missing.json", "cannot be read"),
        ("bad.json", "is not a baseline"),
        ("newer.json", "is a baseline of version 2"),
    ] {
        let output = project.run(&["check", "--baseline", file]);
        assert!(output.code == 2 && output.stderr.contains(why), "{file}: {}", output.stderr);
    }
    let output = project.run(&["check", "missing.ts", "--write-baseline", "new.json"]);
    assert!(output.code == 2 && output.stderr.contains("the check is incomplete"), "{}", output.stderr);
    assert!(!project.path("new.json").exists());
}

#[test]
fn a_baseline_holds_no_key() {
    // Made up.
    let key = "b19f3c7a0d2e4856b19f3c7a0d2e4856";
    let text =
        format!("import {{ TrackClient }} from \"customerio-node\";\nnew TrackClient(process.env.ID!, \"{key}\");\n");
    let project = written(&[("a.ts", &text)]);
    let baseline = project.read("baseline.json");
    assert!(baseline.contains("\"a.ts\"") && !baseline.contains(key), "{baseline}");
    project.write("a.ts", text.replace("b19f3c7a", "0c28e3b7"));
    let output = project.run(&["check", "--baseline", "baseline.json"]);
    assert!(
        output.stdout.starts_with("No findings"),
        "another key of the same form is the same finding: {}",
        output.stdout
    );
}
