//! Reports of many findings: in one file, in one line, with related places far away.

use super::{HEAD, SIZE, judged, lines, too_fast};
use customerio_ls::testing::report::{FileFindings, FileText, Format, Run, TextStyle};
use std::time::{Duration, Instant};

const FORMATS: [Format; 7] =
    [Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Gitlab, Format::Junit, Format::Agent];

fn report(text: &str) -> Run {
    let (rope, analysis) = judged(text);
    assert!(!analysis.findings.is_empty());
    let text = FileText::new(rope, false).hiding(analysis.secrets);
    let file =
        FileFindings { path: "a.ts".to_owned(), text, findings: analysis.findings, suppressed: analysis.suppressed };
    Run { files: vec![file], ..Run::default() }
}

#[track_caller]
fn every_format(code: impl Fn(usize) -> String) {
    let (once, twice) = (report(&code(SIZE)), report(&code(2 * SIZE)));
    for format in FORMATS {
        let time = |size: usize| -> Duration {
            let run = if size == SIZE { &once } else { &twice };
            let begun = Instant::now();
            std::hint::black_box(run.render(format, TextStyle::default()));
            begun.elapsed()
        };
        if let Some(ratios) = too_fast(SIZE, time) {
            panic!("twice the findings take {ratios:.1?} times as long as {format:?}");
        }
    }
}

#[test]
fn of_many_lines() {
    every_format(|n| format!("{HEAD}{}", lines(n, |i| format!("cio.track(\"u{i}\", {{ name: \"a\" }});\n"))));
}

#[test]
fn of_one_line() {
    every_format(|n| format!("{HEAD}{}", lines(n, |i| format!("cio.track(\"u{i}\", {{ name: \"a\" }}); "))));
}

/// Each at the end of the file, and all of them about what stands at its beginning.
#[test]
fn of_places_far_from_their_cause() {
    every_format(|n| {
        let calls = lines(n, |i| format!("cio.identify(\"u{i}\", {{ created_at: START }});\n"));
        let between = "// nothing\n".repeat(n);
        format!("{HEAD}const START = Date.now();\n{between}{calls}").replace("cio.", "send.")
            + "const send = { identify: (id: string, a: any) => cio.identify(id, a) };\n"
    });
}

#[test]
fn of_many_secrets() {
    every_format(|n| {
        format!(
            "{HEAD}{}",
            lines(n, |i| format!("export const c{i} = new TrackClient(\"{i:020x}\", \"{:020x}\");\n", i + 9_000_000))
        )
    });
}
