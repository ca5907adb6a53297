//! Which reports are written, where to, and that they agree.

use super::project::{CLEAN, IDLE, Project};
use serde_json::Value;

const TWO: &str = "import \"customerio-node\";\n\
                   // customerio-disable-next-line wrong-api-key\n\
                   f(\"😀\"); // customerio-disable-line region-mismatch\n";

#[test]
fn all_formats_count_columns_alike() {
    let project = Project::new(&[("a.ts", TWO)]);
    let of = |format: &str| project.run(&["check", "--format", format]).stdout;
    let json: Value = serde_json::from_str(&of("json")).unwrap();
    let start = &json["files"][0]["findings"][1]["range"]["start"];
    // The emoji is two UTF-16 code units, as editors and TypeScript count.
    assert_eq!((start["line"].as_u64(), start["column"].as_u64()), (Some(3), Some(13)), "{json}");
    for (format, place) in [
        ("text", "--> a.ts:3:13\n"),
        ("agent", "a.ts:3:13: "),
        ("github", "line=3,endLine=3,col=13,"),
        ("junit", "a.ts:3:13: "),
        ("sarif", "\"startColumn\": 13"),
    ] {
        assert!(of(format).contains(place), "{format}: {}", of(format));
    }
    // A column of a problem is counted the same way.
    let project = Project::new(&[("customerio.json", "{ \"exclude\": [\"😀\"], \"regin\": 1 }")]);
    for format in ["text", "agent"] {
        let output = project.run(&["check", "--format", format]).stdout;
        assert!(output.contains("customerio.json:1:22: "), "{format}: {output}");
    }
}

#[test]
fn statistics_stand_instead_of_the_findings() {
    let project = Project::new(&[("a.ts", TWO), ("b.ts", IDLE)]);
    let output = project.run(&["check", "--statistics"]);
    assert_eq!(
        output.stdout,
        "FINDINGS  FILES  RULE                SEVERITY  FIXABLE\n\
         \x20      3      2  unused-suppression  warning         3\n\n\
         3 warnings in 2 of 2 files (2 analyzed). 3 fixable with --fix.\n"
    );
    assert_eq!(output.code, 0);
    assert_eq!(project.run(&["check", "--statistics", "--max-warnings", "0"]).code, 1);
    assert!(!project.run(&["check", "--statistics", "-q"]).stdout.contains("analyzed"));
    let clean = Project::new(&[("a.ts", CLEAN)]).run(&["check", "--statistics"]);
    assert_eq!(clean.stdout, "No findings in 1 file (1 analyzed).\n");
    assert_eq!(project.run(&["check", "--statistics", "--format", "json"]).code, 2);
}

#[test]
fn several_reports_are_written_at_once() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let of = |format: &str| project.run(&["check", "--format", format]).stdout;
    let (text, sarif, json, junit) = (of("text"), of("sarif"), of("json"), of("junit"));
    let run = |args: &[&str]| project.run(&[&["check"], args, &["a.ts"]].concat());

    let output = run(&["--format", "text", "--format", "sarif=out/x.sarif", "--format", "junit=out/x.xml"]);
    assert_eq!((output.code, &output.stdout), (0, &text));
    assert_eq!((project.read("out/x.sarif"), project.read("out/x.xml")), (sarif.clone(), junit));

    let output = run(&["--format", "json", "--output-file", "y.json"]);
    assert_eq!((output.stdout.as_str(), project.read("y.json")), ("", json.clone()));

    let output = run(&["--format", "text", "--format", "sarif", "-o", "z.sarif"]);
    assert_eq!((&output.stdout, project.read("z.sarif")), (&text, sarif));

    run(&["-o", "w.txt", "--color", "always"]);
    assert_eq!(project.read("w.txt"), text, "no colors in files");

    for (args, why) in [
        (&["--format", "json", "--format", "text"][..], "only one report can go to standard output"),
        (&["--format", "json", "-o", "a.json", "-o", "b.json"], "more --output-file than --format"),
        (&["--format", "jsn"], "invalid value 'jsn'"),
        (&["--format", "json="], "invalid value 'json='"),
        (&["--format", "json=a.ts/x"], "a.ts/x cannot be written"),
    ] {
        let output = run(args);
        assert!(output.code == 2 && output.stderr.contains(why), "{args:?}: {}", output.stderr);
    }
}
