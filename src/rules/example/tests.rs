//! The rule that the README adds as an example is compiled here, and reports the findings of its fixtures. `tests/tidy`
//! holds the README to these files.

use super::test_event::{META, check};
use super::{Context, Report};
use crate::engine;
use crate::finding::{Finding, Fixes};
use crate::settings::Settings;
use crate::source::Source;
use crate::syntax::Language;
use ropey::Rope;

const FOUND: &str = include_str!("../../../tests/example-rule/found.ts");
const SILENT: &str = include_str!("../../../tests/example-rule/silent.ts");

fn source(fixture: &str) -> Source {
    let code: String = fixture.lines().filter(|line| !line.contains("^^")).map(|line| format!("{line}\n")).collect();
    Source::parse(Rope::from_str(&code), Language::TypeScript)
}

fn findings(source: &Source) -> Vec<Finding> {
    let settings = Settings::default();
    engine::inspect(source, None, &settings, |model| {
        let mut out = Vec::new();
        let ctx = Context { model, settings: &settings };
        check(&ctx, &mut Report { out: &mut out, severity: None, meta: &META, fixes: Fixes::Computed });
        out
    })
}

#[test]
fn it_finds_what_the_carets_mark() {
    let source = source(FOUND);
    let [finding] = &findings(&source)[..] else { panic!("one finding") };
    let (line, caret) =
        FOUND.lines().zip(FOUND.lines().skip(1)).find(|(_, next)| next.contains("^^")).expect("a caret");
    let marked = caret.find('^').expect("a caret")..caret.rfind('^').expect("a caret") + 1;
    assert_eq!(source.rope.byte_slice(finding.range.as_range()), line[marked]);
    let (_, expected) = caret.split_once("warning[test-event]: ").expect("a message");
    assert!(finding.message().contains(expected), "{}", finding.message());
    assert_eq!(finding.related.len(), 1);
}

#[test]
fn it_is_silent_where_its_fixture_is() {
    assert_eq!(findings(&source(SILENT)), []);
}

#[test]
fn no_other_rule_has_anything_to_say_of_its_fixtures() {
    for fixture in [FOUND, SILENT] {
        assert_eq!(engine::analyze(&source(fixture), &Settings::default()).findings, []);
    }
}
