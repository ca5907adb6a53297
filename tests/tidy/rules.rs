//! What a rule must bring along.

use crate::source::{File, files, root};
use customerio_ls::testing::rules::{CATEGORIES, Category, FixAvailability, OptionKind, Preset, RULES, RuleMeta};

/// Asserts that every rule passes; `problem` tells what is missing.
#[track_caller]
fn every(problem: impl Fn(&RuleMeta) -> Option<String>) {
    let problems: Vec<String> =
        RULES.iter().filter_map(|rule| Some(format!("{}: {}", rule.meta.id, problem(rule.meta)?))).collect();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

fn fixtures(meta: &RuleMeta) -> Vec<File> {
    files(&format!("tests/rules/{}", meta.id))
}

/// Returns whether the line marks a finding of the rule: `//  ^^^^ error[rule-id]`.
fn marks(line: &str, meta: &RuleMeta) -> bool {
    line.contains('^') && line.contains(&format!("[{}]", meta.id))
}

#[test]
fn rules_are_sorted_and_named_like_their_files() {
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.meta.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    every(|meta| {
        let path = format!("src/rules/{}.rs", meta.id.replace('-', "_"));
        (!root().join(&path).is_file()).then(|| format!("{path} is missing"))
    });
}

#[test]
fn every_rule_says_what_it_is() {
    every(|meta| meta.summary.is_empty().then(|| "no summary".to_owned()));
    every(|meta| {
        (meta.summary.ends_with('.') || meta.summary.contains('\n'))
            .then(|| "the summary is one line without a full stop".to_owned())
    });
    every(|meta| {
        let known: Vec<&str> = CATEGORIES.iter().map(|category| category.id).collect();
        Category::find(meta.category)
            .is_none()
            .then(|| format!("the category is {:?}, not one of {known:?}", meta.category))
    });
    every(|meta| meta.versions.is_empty().then(|| "no versions".to_owned()));
    every(|meta| {
        meta.options
            .iter()
            .find(|option| option.doc.is_empty())
            .map(|option| format!("the option {} is not explained", option.name))
    });
    every(|meta| {
        let empty = |option: &&customerio_ls::testing::rules::OptionMeta| matches!(option.kind, OptionKind::OneOf([]));
        meta.options.iter().find(empty).map(|option| format!("the option {} has no words", option.name))
    });
}

#[test]
fn categories_are_sorted_and_say_what_they_are() {
    assert!(CATEGORIES.is_sorted_by_key(|category| category.id));
    for Category { id, summary, .. } in CATEGORIES {
        assert!(!summary.is_empty() && !summary.ends_with('.'), "{id}");
        // One word of the command line may mean a rule, a category or a preset: never two of them.
        assert!(customerio_ls::testing::rules::find(id).is_none() && Preset::find(id).is_none(), "{id}");
    }
    every(|meta| Preset::find(meta.id).map(|_| "a preset has this name".to_owned()));
}

#[test]
fn every_rule_is_documented() {
    for heading in ["### Invalid", "### Valid"] {
        every(|meta| {
            let section = meta.docs.split(heading).nth(1).and_then(|rest| rest.split("\n### ").next());
            let shown = section.is_some_and(|section| section.contains("\n```"));
            (!shown).then(|| format!("no example under `{heading}`"))
        });
    }
    every(|meta| {
        // What a fix does, or why there is none: the reader asks either way.
        let fix = meta.docs.split("### Fix\n").nth(1).map(str::trim_start);
        let says_none = fix.is_some_and(|fix| fix.starts_with("None: "));
        let right = fix.is_some() && says_none == (meta.fix == FixAvailability::None);
        (!right).then(|| "`### Fix` says what its fix does, or `None: ` and why there is none".to_owned())
    });
    every(|meta| (meta.docs.matches("```").count() % 2 == 1).then(|| "an example that does not end".to_owned()));
}

#[test]
fn every_rule_has_fixtures_both_ways() {
    every(|meta| {
        let cases = fixtures(meta);
        let flagged = cases.iter().any(|case| case.text.lines().any(|line| marks(line, meta)));
        (!flagged).then(|| format!("no case in tests/rules/{} that it reports", meta.id))
    });
    every(|meta| {
        let cases = fixtures(meta);
        let silent = cases.iter().any(|case| !case.text.lines().any(|line| marks(line, meta)));
        (!silent).then(|| format!("no case in tests/rules/{} that is silent", meta.id))
    });
}

#[test]
fn every_folder_of_fixtures_is_of_a_rule() {
    let folders = std::fs::read_dir(root().join("tests/rules")).expect("the fixtures").filter_map(Result::ok);
    let names =
        folders.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().expect("UTF-8"));
    let strangers: Vec<String> = names.filter(|name| customerio_ls::testing::rules::find(name).is_none()).collect();
    assert!(strangers.is_empty(), "tests/rules has folders of no rule: {strangers:?}");
}
