//! Every report, on made-up findings.

use super::*;
use crate::finding::{Elsewhere, Fix, GuardedEdit, Related};
use crate::text::{Place, TextEdit, TextRange};
use ropey::Rope;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const SOURCE: &str = "\
import { TrackClient } from \"customerio-node\";
const now = Date.now();

const cio = new TrackClient(\"0123456789abcdef0123\", key);

function late() {
\tcio.identify(\"😀\", { created_at: now });
}
";

fn range(text: &str, what: &str) -> TextRange {
    let start = text.find(what).unwrap();
    TextRange::new(start, start + what.len())
}

fn finding(text: &str, at: &str, message: &str) -> Finding {
    let (what, why) = what_and_why(message);
    Finding {
        rule: "timestamp-milliseconds",
        severity: Severity::Error,
        range: range(text, at),
        what: what.to_owned(),
        why: why.map(str::to_owned),
        help: None,
        related: Vec::new(),
        fixes: Vec::new(),
        unnecessary: false,
    }
}

fn run(text: &str, findings: Vec<Finding>) -> Run {
    let text = FileText::new(Rope::from_str(text), false);
    let file = FileFindings { path: "src/a.ts".to_owned(), text, findings, suppressed: Vec::new() };
    Run { files: vec![file], seen: 3, analysed: 1, ..Run::default() }
}

/// A finding with everything that one can have.
fn full() -> Finding {
    let mut found = finding(
        SOURCE,
        "now }",
        "`created_at` gets milliseconds. Customer.io reads it as seconds, a date 50,000 years from now.",
    );
    found.range.end -= 2;
    found.help = Some("Divide by 1000.".to_owned());
    found.related.push(Related { place: Place::here(range(SOURCE, "Date.now()")), message: "milliseconds".to_owned() });
    found.fixes.push(Fix {
        title: "Divide by 1000".to_owned(),
        applicability: Applicability::Safe,
        edits: vec![TextEdit::replace(found.range, "Math.floor(now / 1000)")],
        elsewhere: Vec::new(),
    });
    found
}

#[test]
fn a_finding_with_everything() {
    let text = run(SOURCE, vec![full()]).render(Format::Text, TextStyle::default());
    let expected = "\
error[timestamp-milliseconds]: `created_at` gets milliseconds
 --> src/a.ts:7:35
  |
2 | const now = Date.now();
  |             ---------- milliseconds
...
7 |     cio.identify(\"😀\", { created_at: now });
  |                                      ^^^ Customer.io reads it as seconds, a date 50,000 years from now
  |
  = help: Divide by 1000.
  = fix: Divide by 1000 (--fix)

1 error in 1 of 3 files (1 analyzed). 1 fixable with --fix.
";
    assert_eq!(text, expected);
}

#[test]
fn keys_are_masked_in_source_and_messages() {
    let found = finding(SOURCE, "\"0123456789abcdef0123\"", "A Site ID `0123456789abcdef0123` stands here.");
    for format in
        [Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Gitlab, Format::Junit, Format::Agent]
    {
        let text = run(SOURCE, vec![found.clone()]).render(format, TextStyle::default());
        assert!(text.contains("********************") && !text.contains("0123456789abcdef"), "{text}");
    }
}

#[test]
fn a_fix_that_carries_a_key_is_not_told() {
    let mut found = full();
    found.fixes[0].edits[0].text = "\"0123456789abcdef0123\"".to_owned();
    for format in [Format::Json, Format::Sarif] {
        let text = run(SOURCE, vec![found.clone()]).render(format, TextStyle::default());
        let report: serde_json::Value = serde_json::from_str(&text).unwrap();
        let fixes = report.pointer("/files/0/findings/0/fixes").or(report.pointer("/runs/0/results/0/fixes"));
        assert_eq!(fixes, Some(&serde_json::json!([])));
    }
}

#[test]
fn the_help_follows_the_message_as_a_sentence() {
    for message in ["It is late", "It is late."] {
        let found = Finding { what: message.to_owned(), why: None, ..full() };
        for format in [Format::Sarif, Format::Gitlab] {
            let text = run(SOURCE, vec![found.clone()]).render(format, TextStyle::default());
            assert!(text.contains("\"It is late. Divide by 1000.\""), "{text}");
        }
    }
}

#[test]
fn long_reasons_stand_below_and_sentences_end_where_they_end() {
    let render = |message: &str| {
        let found = finding(SOURCE, "Date.now()", message);
        run(SOURCE, vec![found]).render(Format::Text, TextStyle { summary: false, ..TextStyle::default() })
    };
    let long = format!("One. Two {}.", "and more ".repeat(12).trim_end());
    assert!(render(&long).contains("= note: Two and more"), "{}", render(&long));
    assert!(
        render("A call of `a. B` is wrong").starts_with("error[timestamp-milliseconds]: A call of `a. B` is wrong\n")
    );
    assert!(
        render("It is `a: b`: no good.").contains("]: It is `a: b`\n") && render("x: y.").contains("^^^^^^^^^^ y\n")
    );
    assert!(render("It goes to customer.io. `x` is why.").contains("^^^^^^^^^^ `x` is why\n"));
    assert!(render("Bad \u{1b}[31m").contains("Bad \\u{1b}[31m"));
}

#[test]
fn findings_at_the_rims() {
    for (text, range) in
        [("", (0, 0)), ("a", (1, 1)), ("a\n", (2, 2)), ("a\r\nb", (0, 4)), ("é", (0, 2)), ("a\n\nb\n", (2, 5))]
    {
        let mut found = finding(text, "", "x");
        found.range = TextRange::new(range.0, range.1);
        for format in
            [Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Gitlab, Format::Junit, Format::Agent]
        {
            assert!(!run(text, vec![found.clone()]).render(format, TextStyle::default()).is_empty());
        }
    }
}

#[test]
fn sarif_places_related_code() {
    let text = run(SOURCE, vec![full()]).render(Format::Sarif, TextStyle::default());
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let result = &report["runs"][0]["results"][0];
    assert_eq!(result["level"], "error");
    assert_eq!(
        result["locations"][0]["physicalLocation"]["region"]["startColumn"], 35,
        "UTF-16 counts the emoji twice"
    );
    let related = &result["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "milliseconds");
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 2);
}

/// A run whose finding points to `/other.ts` and to a `.env` file, and is repaired in both files; and how often other
/// files were read.
fn elsewhere() -> (Run, Arc<AtomicUsize>) {
    let mut found = full();
    let place =
        |path: &str, start, end| Place { file: Some(Path::new(path).into()), range: TextRange::new(start, end) };
    found.related = vec![
        Related { place: place("/other.ts", 6, 9), message: "made here".to_owned() },
        Related { place: place("/other.ts", 15, 16), message: "and here".to_owned() },
        Related { place: place("/.env", 5, 8), message: "`KEY` is set here".to_owned() },
        Related { place: place("/gone.ts", 5, 8), message: "not shown".to_owned() },
    ];
    let changes = |before: &str| {
        vec![GuardedEdit { edit: TextEdit::replace(TextRange::new(6, 9), "x"), before: before.to_owned() }]
    };
    found.fixes[0].elsewhere = vec![
        Elsewhere { file: Path::new("/other.ts").into(), changes: changes("now") },
        Elsewhere { file: Path::new("/other.ts").into(), changes: changes("something that stood there once") },
    ];
    let reads = Arc::new(AtomicUsize::new(0));
    let counted = reads.clone();
    let read = move |path: &Path| {
        counted.fetch_add(1, Ordering::Relaxed);
        let text = match path.to_str()? {
            "/other.ts" => "const now = 1;\ny",
            "/.env" => "A=1\n KEY=secret",
            _ => return None,
        };
        Some(FileText::new(Rope::from_str(text), false))
    };
    let others = OtherFiles::new(|path| path.display().to_string().replacen('/', "", 1), read);
    (Run { others, ..run(SOURCE, vec![found]) }, reads)
}

#[test]
fn other_files_are_shown_in_text_and_each_is_read_once() {
    let (run, reads) = elsewhere();
    let text = run.render(Format::Text, TextStyle::default());
    assert!(text.contains("::: other.ts:1:7") || text.contains("--> other.ts:1:7"), "{text}");
    assert!(text.contains("const now = 1;") && text.contains("--- made here"), "{text}");
    assert!(text.contains("`KEY` is set here: .env:2:2"), "{text}");
    assert!(!text.contains("secret"), "the line of a variable holds its value: {text}");
    assert_eq!(reads.load(Ordering::Relaxed), 2, "three places in two files, the others are too many");
}

#[test]
fn other_files_are_told_to_programs() {
    let (run, reads) = elsewhere();
    let report: serde_json::Value = serde_json::from_str(&run.render(Format::Json, TextStyle::default())).unwrap();
    assert_eq!(reads.load(Ordering::Relaxed), 3);
    let finding = &report["files"][0]["findings"][0];
    let related = &finding["related"];
    assert_eq!(related[1]["file"], "other.ts");
    assert_eq!(
        (&related[1]["range"]["start"]["line"], &related[1]["range"]["start"]["column"]),
        (&2.into(), &1.into())
    );
    assert_eq!(related[2]["file"], ".env");
    assert_eq!((&related[3]["file"], &related[3]["range"]), (&"gone.ts".into(), &serde_json::Value::Null));
    assert_eq!(finding["fixes"][0]["edits"].as_array().map(Vec::len), Some(1), "only of the file itself");
    assert_eq!(finding["fixes"][0]["elsewhere"].as_array().map(Vec::len), Some(1), "only what fits the text");
    let elsewhere = &finding["fixes"][0]["elsewhere"][0];
    assert_eq!((&elsewhere["file"], &elsewhere["edits"][0]["text"]), (&"other.ts".into(), &"x".into()));

    let report: serde_json::Value = serde_json::from_str(&run.render(Format::Sarif, TextStyle::default())).unwrap();
    let result = &report["runs"][0]["results"][0];
    let location = &result["relatedLocations"][1]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "other.ts");
    assert_eq!(location["region"]["startLine"], 2);
    assert!(result["relatedLocations"][3]["physicalLocation"]["region"].is_null());
    let changes = &result["fixes"][0]["artifactChanges"];
    assert_eq!(changes[1]["artifactLocation"]["uri"], "other.ts");
}

#[test]
fn a_fix_of_other_files_alone_is_none_of_the_command_line() {
    let (mut run, _) = elsewhere();
    run.files[0].findings[0].fixes[0].edits.clear();
    let text = run.render(Format::Text, TextStyle::default());
    assert!(!text.contains("--fix"), "{text}");
    assert!(text.contains("fix: Divide by 1000\n"), "{text}");
}

#[test]
fn files_outside_the_root_have_whole_addresses() {
    let mut run = run(SOURCE, vec![full()]);
    run.files[0].path = std::env::temp_dir().join("a b.ts").display().to_string();
    let report: serde_json::Value = serde_json::from_str(&run.render(Format::Sarif, TextStyle::default())).unwrap();
    let location = &report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert!(location["uri"].as_str().unwrap().starts_with("file:///"), "{location}");
    assert!(location["uri"].as_str().unwrap().ends_with("a%20b.ts"), "{location}");
    assert!(location["uriBaseId"].is_null());
}

#[test]
fn the_summary_counts() {
    let with = |severity, applicability: Option<Applicability>| {
        let mut found = full();
        found.severity = severity;
        found.fixes = applicability
            .map(|applicability| {
                let edits = vec![TextEdit::insert(0, "x")];
                Fix { title: String::new(), applicability, edits, elsewhere: Vec::new() }
            })
            .into_iter()
            .collect();
        found
    };
    let findings = vec![
        with(Severity::Error, Some(Applicability::Safe)),
        with(Severity::Error, Some(Applicability::Suggested)),
        with(Severity::Warning, Some(Applicability::Manual)),
        with(Severity::Info, None),
        with(Severity::Hint, None),
    ];
    let text = run(SOURCE, findings).render(Format::Text, TextStyle::default());
    let summary = "2 errors, 1 warning, 1 info, 1 hint in 1 of 3 files (1 analyzed). \
                   1 fixable with --fix, 1 more with --fix-suggested.\n";
    assert!(text.ends_with(summary), "{text}");
    assert!(text.contains("\nhint[timestamp-milliseconds]: ") && text.contains("\ninfo[timestamp-milliseconds]: "));
}

#[test]
fn markdown_on_a_terminal() {
    let markdown = "# a\n\nsome `code`\n\n```ts\nx();\n\ny();\n```\n";
    assert_eq!(for_terminal(markdown, false), "a\n-\n\nsome `code`\n\n    x();\n\n    y();\n");
    let coloured = for_terminal(markdown, true);
    assert!(coloured.contains("\u{1b}[32mcode\u{1b}[0m"), "{coloured:?}");
}

/// Divides a message into the mistake and its consequence, which are on the two sides of a colon, or are two sentences.
/// Marks inside code (`` `Date.now()` ``) and names (customer.io) divide nothing.
fn what_and_why(message: &str) -> (&str, Option<&str>) {
    let outside_code = |at: &usize| message[..*at].matches('`').count().is_multiple_of(2);
    let starts_sentence = |at: &usize| message[at + 2..].starts_with(|c: char| c.is_uppercase() || c == '`');
    let stop = message.match_indices(". ").map(|(at, _)| at).find(|at| outside_code(at) && starts_sentence(at));
    let colon = message.match_indices(": ").map(|(at, _)| at).find(outside_code);
    match stop.into_iter().chain(colon).min() {
        Some(at) => (&message[..at], Some(without_stop(&message[at + 2..]))),
        None => (without_stop(message), None),
    }
}

fn without_stop(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}
