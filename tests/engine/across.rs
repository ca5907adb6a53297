//! Comparing the files of a project.

use crate::memory::Memory;
use customerio_ls::testing::engine::{self, Compared, Judged, Member};
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::FileId;
use customerio_ls::testing::settings::{RuleSetting, Settings};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use rustc_hash::FxHashMap;
use std::path::Path;

const CLIENT: (&str, &str) = (
    "/src/cio.ts",
    "import { TrackClient } from 'customerio-node';
     export const cio = new TrackClient(process.env.SITE_ID!, process.env.KEY!);
     export const RENEWED = 'PlanRenewed';",
);

fn judged(files: &[(&str, &str)]) -> Vec<Judged> {
    let project = Memory::new(files.iter().copied());
    let judge = |(number, (_, text)): (usize, &(&str, &str))| {
        let source = Source::parse(Rope::from_str(text), Language::TypeScript);
        engine::judge(&source, Some((FileId(number as u32), &project)), &Settings::default(), Fixes::Computed)
    };
    files.iter().enumerate().map(judge).collect()
}

/// Returns what is said of each file when they come in this order.
fn compared(
    files: &[(&str, &str)],
    judged: &[Judged],
    order: impl Iterator<Item = usize>,
    settings: impl Fn(usize) -> &'static Settings,
) -> FxHashMap<FileId, Compared> {
    let members = order.map(|at| Member {
        file: FileId(at as u32),
        path: Path::new(files[at].0).into(),
        package: None,
        traces: &judged[at].traces,
        settings: settings(at),
    });
    engine::across(&members.collect::<Vec<_>>())
}

/// The default settings without the rules of which these tests are not.
fn only_spellings() -> Settings {
    let mut settings = Settings::default();
    let off = RuleSetting { severity: Some(None), ..RuleSetting::default() };
    settings.rules.insert("event-name-snake-case".to_owned(), off);
    settings
}

fn leaked(settings: Settings) -> &'static Settings {
    Box::leak(Box::new(settings))
}

fn sends(name: &str) -> String {
    format!("import {{ cio, RENEWED }} from './cio'; export const f = () => cio.track('1', {{ name: {name} }});")
}

#[test]
fn the_order_of_the_files_makes_no_difference() {
    let texts =
        [sends("'signed_up'"), sends("'SignedUp'"), sends("'Signed Up'"), sends("RENEWED"), sends("'plan_renewed'")];
    let paths = ["/src/e.ts", "/src/d.ts", "/src/c.ts", "/src/b.ts", "/src/a.ts"];
    let mut files = vec![CLIENT];
    files.extend(paths.into_iter().zip(texts.iter().map(String::as_str)));
    let judged = judged(&files);
    let defaults = leaked(only_spellings());
    let forwards = compared(&files, &judged, 0..files.len(), |_| defaults);
    let backwards = compared(&files, &judged, (0..files.len()).rev(), |_| defaults);
    assert_eq!(forwards, backwards);
    let found: usize = forwards.values().map(|compared| compared.found.len()).sum();
    assert_eq!(found, 3, "two spellings of one name, one of the other: {forwards:#?}");
}

#[test]
fn a_fix_changes_the_constant_of_a_file_that_sends_nothing() {
    let text = sends("RENEWED");
    let other = sends("'plan_renewed'");
    let files = [CLIENT, ("/src/a.ts", text.as_str()), ("/src/b.ts", other.as_str())];
    let judged = judged(&files);
    let defaults = leaked(only_spellings());
    let compared = compared(&files, &judged, 0..3, |_| defaults);
    let finding = &compared[&FileId(1)].found[0];
    let fix = &finding.fixes[0];
    assert!(fix.edits.is_empty(), "{fix:?}");
    assert_eq!(&*fix.elsewhere[0].file, Path::new(CLIENT.0));
    let change = &fix.elsewhere[0].changes[0];
    assert_eq!((change.before.as_str(), change.edit.text.as_str()), ("PlanRenewed", "plan_renewed"));
    assert_eq!(&CLIENT.1[change.edit.range.as_range()], "PlanRenewed");
}

#[test]
fn a_file_whose_settings_switch_the_rule_off_takes_no_part() {
    let (one, two) = (sends("'signed_up'"), sends("'SignedUp'"));
    let files = [CLIENT, ("/src/a.ts", one.as_str()), ("/src/b.ts", two.as_str())];
    let judged = judged(&files);
    let defaults = leaked(only_spellings());
    let mut off = only_spellings();
    let setting = RuleSetting { severity: Some(None), ..RuleSetting::default() };
    off.rules.insert("event-name-inconsistent".to_owned(), setting);
    let off = leaked(off);
    for quiet in [1, 2] {
        let found = compared(&files, &judged, 0..3, |at| if at == quiet { off } else { defaults });
        assert!(found.is_empty(), "{found:?}");
    }
    assert_eq!(compared(&files, &judged, 0..3, |_| defaults).len(), 2, "one is reported, both are settled");
}

/// Many places of one name: what is shown and changed for each of them stays bounded.
#[test]
fn many_places_of_one_name() {
    let calls = |name: &str| format!("cio.track('1', {{ name: '{name}' }});\n").repeat(400);
    let head = "import { cio } from './cio';\n";
    let (one, two) =
        (head.to_owned() + &calls("signed_up") + &calls("signed_up"), head.to_owned() + &calls("SignedUp"));
    let files = [CLIENT, ("/src/a.ts", one.as_str()), ("/src/b.ts", two.as_str())];
    let judged = judged(&files);
    let defaults = leaked(only_spellings());
    let compared = compared(&files, &judged, 0..3, |_| defaults);
    let found = &compared[&FileId(2)].found;
    assert_eq!(found.len(), 400);
    assert!(found.iter().all(|finding| finding.related.len() <= 8 && finding.fixes[0].edits.len() == 1));
}
