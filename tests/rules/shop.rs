//! The shop application shows every rule: its comments name the findings of each file, and nothing else is found.

use crate::fixture::findings;
use customerio_ls::config::Settings;
use customerio_ls::rules;
use customerio_ls::syntax::Language;
use libtest_mimic::Failed;

pub fn check() -> Result<(), Failed> {
    let mut shown = Vec::new();
    let mut failures = Vec::new();
    for entry in std::fs::read_dir(crate::root().join("shop/src"))? {
        let path = entry?.path();
        let Some(language) = Language::of_path(&path) else { continue };
        let text = std::fs::read_to_string(&path)?;
        let mut named = named_in_comments(&text);
        let mut found: Vec<&str> = findings(&text, language, &Settings::default()).iter().map(|f| f.rule).collect();
        named.sort_unstable();
        found.sort_unstable();
        if named != found {
            failures.push(format!("{}: its comments name {named:?}, found are {found:?}", path.display()));
        }
        shown.extend(found);
    }
    // What is wrong with comments shows nothing of Customer.io.
    let of_the_sdk = rules::RULES.iter().filter(|rule| rule.meta.category != "suppressions");
    for rule in of_the_sdk.filter(|rule| !shown.contains(&rule.meta.id)) {
        failures.push(format!("the shop does not show {}", rule.meta.id));
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}

/// The ids of rules in the comments of a text: `// wrong-api-key, credential-shared-between-clients`.
fn named_in_comments(text: &str) -> Vec<&'static str> {
    let comments = text.lines().filter_map(|line| line.split_once("// ")).map(|(_, comment)| comment);
    let words = comments.flat_map(|c| c.split(|ch: char| !ch.is_ascii_lowercase() && ch != '-'));
    words.filter_map(|word| rules::find(word).map(|rule| rule.meta.id)).collect()
}
