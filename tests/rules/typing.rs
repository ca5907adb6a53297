//! While an import is being typed, the findings of the rest of the file stay.

use crate::fixture::{File, Fixture};
use customerio_ls::testing::finding::Finding;
use customerio_ls::testing::syntax::Language;
use customerio_ls::testing::text::TextRange;

/// Lines that somebody types above code.
const TYPED: [&str; 4] = [
    "import { a as b, type C } from \"./typed\";",
    "import typed, * as all from './typed'",
    "import type { TrackClient } from \"customerio-node\";",
    "export { typed } from \"./typed\";",
];

/// An import that is typed above the code of a file changes none of its findings, wherever it ends for now.
pub fn check_new_line(fixture: &Fixture, at: usize) -> Result<(), String> {
    let file = &fixture.files[at];
    let Some(place) = first_line(file) else { return Ok(()) };
    let before = fixture.findings(at, &file.text);
    // Each file is tried with some of the lines, in some states: all of them together are tried with all.
    let seed = file.text.len();
    for number in 0..3 {
        let line = TYPED[(seed + number) % TYPED.len()];
        // Without its last quote at least.
        let last = line.trim_end_matches([';', '"', '\'']).len();
        let end = 6 + (seed * 7 + number * 11) % (last - 5);
        let typed = format!("{}\n", &line[..end]);
        let text = format!("{}{typed}{}", &file.text[..place], &file.text[place..]);
        let expected = before.iter().map(|it| key(it, moved(it.range, place, typed.len())));
        same(&text, &line[..end], &fixture.findings(at, &text), expected.collect())?;
    }
    Ok(())
}

/// An import of which a quote or a brace is missing still says what is imported.
pub fn check_own_lines(fixture: &Fixture, at: usize) -> Result<(), String> {
    let file = &fixture.files[at];
    let before = fixture.findings(at, &file.text);
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let place = TextRange::new(start, start + line.trim_end().len());
        start += line.len();
        let code = line.trim_end();
        if !code.starts_with("import ") || !code.trim_end_matches(';').ends_with('"') {
            continue;
        }
        // Of `import a, { b }` without its brace it cannot be told what `a` is.
        let first_brace = code.rfind('{').filter(|_| !code[..code.find('{').unwrap_or(0)].contains(','));
        let holes = [code.rfind('}'), first_brace, code.rfind('"')];
        for hole in holes.into_iter().flatten() {
            let hole = place.start() + hole;
            let text = format!("{}{}", &file.text[..hole], &file.text[hole + 1..]);
            let rest = before.iter().filter(|it| !it.range.touches(place));
            let expected = rest.map(|it| {
                let back = |at: u32| if at as usize > hole { at - 1 } else { at };
                key(it, TextRange { start: back(it.range.start), end: back(it.range.end) })
            });
            let here = TextRange { end: place.end - 1, ..place };
            let after: Vec<Finding> =
                fixture.findings(at, &text).into_iter().filter(|it| !it.range.touches(here)).collect();
            same(&text, &text[here.as_range()], &after, expected.collect())?;
        }
    }
    Ok(())
}

type Key = (&'static str, TextRange);

fn key(finding: &Finding, range: TextRange) -> Key {
    (finding.rule, range)
}

fn same(text: &str, line: &str, found: &[Finding], expected: Vec<Key>) -> Result<(), String> {
    let found: Vec<Key> = found.iter().map(|it| key(it, it.range)).collect();
    let lost = expected.iter().find(|it| !found.contains(it));
    let invented = found.iter().find(|it| !expected.contains(it));
    let what = lost.map(|it| ("hides", it)).or(invented.map(|it| ("brings", it)));
    match what {
        Some((what, (rule, range))) => {
            Err(format!("the line `{line}` {what} {rule} at {:?} {}", range, text.get(range.as_range()).unwrap_or("")))
        }
        None => Ok(()),
    }
}

fn moved(range: TextRange, place: usize, by: usize) -> TextRange {
    let moved = |at: u32| if at as usize >= place { at + by as u32 } else { at };
    TextRange { start: moved(range.start), end: moved(range.end) }
}

/// Where the first line of code begins that can have an import before it.
fn first_line(file: &File) -> Option<usize> {
    match file.language {
        Language::TypeScript | Language::Tsx => {
            // Comments at the top are for the whole file; a directive must be the first statement.
            let import = file.text.find("\nimport ").map(|at| at + 1);
            import.or(file.text.starts_with("import ").then_some(0))
        }
        Language::Vue | Language::Svelte => {
            let tag = file.text.find("<script")?;
            file.text[tag..].find('\n').map(|at| tag + at + 1)
        }
        Language::Astro => file.text.starts_with("---\n").then_some(4),
        Language::Markdown => file.text.find("\nimport ").map(|at| at + 1),
        Language::Mdx => None,
        Language::Manifest => None,
    }
}
