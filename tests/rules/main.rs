//! The rules, one test a fixture.
//!
//! # Fixtures
//!
//! `tests/rules/<rule-id>/<case>.ts` (also `.tsx`, `.js`, `.jsx`, `.mjs`, `.cjs`, `.mts`, `.cts`) is code as people write
//! it. A comment with carets under a line says what is found there; a line without one must be silent, for every rule of the
//! default preset, and for the folder's own:
//!
//! ```text
//!   await cio.identify(id, { created_at: Date.now() });
//!   //                                   ^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds
//! ```
//!
//! * The carets stand under the characters that are marked; a tab and an emoji count as one character each.
//! * `^^^^+2` marks a range that ends two lines further down; the carets then reach to the end of the first line.
//! * What follows the colon is a part of the message; it may be left out.
//! * Several findings of one line are several comments under each other, in the order of their places.
//! * The comments are taken out before the file is analysed, so they may stand anywhere, in JSX and in texts too.
//!
//! Lines `//@ key = value` at the top are settings:
//!
//! | key | value |
//! |---|---|
//! | `region` | `us` or `eu`: the account's region |
//! | `sdk` | the installed version of `customerio-node`: `4.5.1` |
//! | `customerio.json` | the settings, as JSON in one line; the other keys go below it |
//! | `syntax` | `broken`: the code has a syntax error on purpose; any other must parse |
//! | `<rule-id>.severity` | `off`, `hint`, `info`, `warning`, `error` |
//! | `<rule-id>.<option>` | a value of JSON, or a bare text |
//!
//! A line `//- /src/name.ts` starts another file of the same fixture; all of them are one project, in which the first is
//! `/src/<case>.ts`. Files under `/packages/<name>` are of a package of their own. Last may come `.env*` files, such as
//! `//- /.env`.
//!
//! `<case>.fixed.ts` is the fixture after every Safe fix, `<case>.suggested.ts` after every Safe or Suggested one; each
//! exists only if it differs. `BLESS=1 cargo test --test rules` writes them. It never touches carets.
//!
//! # What is checked
//!
//! For each fixture: findings as expected; each fix applies, leaves no new syntax error and takes its finding away; all
//! fixes together converge to the blessed files; with the line ends of Windows the same is found and written; while an
//! import is typed, its findings stay; and the file cut off at several places is analysed without a panic. For each rule:
//! its documented examples, its metadata, that it has fixtures of both kinds, and that its fix availability is what the
//! fixtures show.

mod doors;
mod examples;
mod expect;
mod fixes;
mod fixture;
#[path = "../support/memory.rs"]
mod memory;
mod rule;
mod shop;
mod speech;
mod typing;

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for rule in customerio_ls::testing::rules::RULES {
        let id = rule.meta.id;
        for path in fixtures_of(id) {
            let name = format!("{id}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            trials.push(Trial::test(name, move || check_fixture(&path)));
        }
        for example in examples::of(rule.meta) {
            let name = format!("{id}/docs: {}", example.name());
            trials.push(Trial::test(name, move || example.check()));
        }
        trials.push(Trial::test(format!("{id}/metadata"), move || rule::check_metadata(rule.meta)));
        trials.push(Trial::test(format!("{id}/fix availability"), move || {
            rule::check_fix_availability(rule.meta, &fixtures_of(id))
        }));
    }
    trials.push(Trial::test("shop: its comments name its findings", shop::check));
    trials.push(Trial::test("every fixture folder is a rule's", every_folder_is_a_rule));
    trials.push(Trial::test("doors: the table has fixtures", doors::check));
    libtest_mimic::run(&arguments, trials).exit();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The fixtures of a rule, sorted, without the blessed results.
fn fixtures_of(id: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root().join("rules").join(id)) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        !stem.ends_with(".fixed") && !stem.ends_with(".suggested")
    });
    paths.sort();
    paths
}

fn check_fixture(path: &Path) -> Result<(), Failed> {
    let fixture = fixture::Fixture::read(path)?;
    let mut failures = Vec::new();
    failures.extend(fixes::check_syntax(&fixture).err());
    for at in 0..fixture.files.len() {
        failures.extend(expect::check(&fixture, at).err());
        failures.extend(fixes::check_each(&fixture, at).err());
        failures.extend(fixes::check_line_ends(&fixture, at).err());
        failures.extend(fixes::check_truncations(&fixture, at).err());
        failures.extend(typing::check_new_line(&fixture, at).err());
        failures.extend(typing::check_own_lines(&fixture, at).err());
    }
    failures.extend(fixes::check_blessed(path, &fixture).err());
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}

fn every_folder_is_a_rule() -> Result<(), Failed> {
    for entry in std::fs::read_dir(root().join("rules"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && customerio_ls::testing::rules::find(&name).is_none() {
            return Err(format!("tests/rules/{name} belongs to no rule: rename it after one").into());
        }
    }
    Ok(())
}
