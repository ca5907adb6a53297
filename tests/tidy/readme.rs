//! The parts of documents that are generated from the rules and the settings.

use crate::generated::part;
use crate::source::read;
use customerio_ls::testing::rules::{CATEGORIES, Category, RULES};
use std::fmt::Write;

#[test]
fn the_table_of_categories_is_in_step() {
    let mut table = String::from("| category | rules | finds |\n|---|---|---|\n");
    for category in CATEGORIES {
        let Category { id, summary, .. } = category;
        let rules = RULES.iter().filter(|rule| rule.meta.category == *id).count();
        if rules > 0 {
            writeln!(table, "| [{id}](docs/categories/{id}.md) | {rules} | {summary} |").expect("memory");
        }
    }
    part("README.md", "rules", &table);
}

/// A unit test of the rules compiles these files and runs them.
#[test]
fn the_example_of_a_rule_is_the_one_that_is_tested() {
    let guide = read("CONTRIBUTING.md");
    for (file, before) in [
        ("test_event.rs", "````rust\n"),
        ("found.ts", "```ts\n// tests/rules/test-event/found.ts\n"),
        ("silent.ts", "```ts\n// tests/rules/test-event/silent.ts\n"),
    ] {
        let block = format!("{before}{}```", read(&format!("tests/example-rule/{file}")));
        assert!(guide.contains(&block), "CONTRIBUTING.md shows something else than tests/example-rule/{file}");
    }
}

#[test]
fn the_tables_of_settings_are_in_step() {
    let schema = customerio_ls::testing::settings::schema();
    let properties = schema["properties"].as_object().expect("the schema has properties");
    let mut table = String::from("| key | what it says |\n|---|---|\n");
    for (key, property) in properties.iter().filter(|(key, _)| *key != "$schema") {
        let words = property["enum"].as_array().map(|words| {
            let mut words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            let last = words.pop().expect("an enumeration has words");
            if words.is_empty() { format!(" {last}.") } else { format!(" {} or {last}.", words.join(", ")) }
        });
        let description = property["description"].as_str().expect("a description");
        writeln!(table, "| `{key}` | {description}{} |", words.unwrap_or_default()).expect("memory");
    }
    part("docs/settings.md", "settings", &table);
    let mut table = String::from("| key | what it says |\n|---|---|\n");
    for (key, property) in &customerio_ls::testing::settings::editor_properties() {
        writeln!(table, "| `{key}` | {} |", property["description"].as_str().expect("a description")).expect("memory");
    }
    part("docs/settings.md", "editor settings", &table);
}
