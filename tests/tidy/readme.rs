//! The parts of the README that are made from the rules and the settings.

use crate::generated::part;
use customerio_ls::rules::{FixAvailability, OptionKind, OptionMeta, RULES, RuleMeta};
use std::fmt::Write;

#[test]
fn the_table_of_rules_is_in_step() {
    let mut table = String::from("| rule | finds | severity | fix |\n|---|---|---|---|\n");
    for rule in RULES {
        let RuleMeta { id, summary, severity, fix, .. } = rule.meta;
        writeln!(table, "| [`{id}`](#{id}) | {summary} | {} | {} |", severity.as_str(), fix_word(*fix))
            .expect("memory");
    }
    part("README.md", "rules", &table);
}

#[test]
fn the_section_of_each_rule_is_in_step() {
    let sections: Vec<String> = RULES.iter().map(|rule| section(rule.meta)).collect();
    part("README.md", "rule sections", &sections.join("\n"));
}

#[test]
fn the_tables_of_settings_are_in_step() {
    let schema = customerio_ls::config::schema();
    let properties = schema["properties"].as_object().expect("the schema has properties");
    let mut table = String::from("| key | what it says |\n|---|---|\n");
    for (key, property) in properties.iter().filter(|(key, _)| *key != "$schema") {
        let words = property["enum"].as_array().map(|words| {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            format!(" {}.", words.join(" or "))
        });
        let description = property["description"].as_str().expect("a description");
        writeln!(table, "| `{key}` | {description}{} |", words.unwrap_or_default()).expect("memory");
    }
    part("README.md", "settings", &table);
    let mut table = String::from("| key | what it says |\n|---|---|\n");
    for (key, property) in &customerio_ls::config::editor_properties() {
        writeln!(table, "| `{key}` | {} |", property["description"].as_str().expect("a description")).expect("memory");
    }
    part("README.md", "editor settings", &table);
}

/// The section of one rule: what an editor's link to the rule leads to.
fn section(meta: &RuleMeta) -> String {
    let (why, more) = meta.docs.split_once("\n### ").expect("tests/tidy/rules.rs asks for examples");
    let mut out = format!("### {}\n\n*{}.*", meta.id, meta.summary);
    let versions = if meta.versions == "all" { "all versions".to_owned() } else { meta.versions.to_owned() };
    write!(out, " {}, {}; fix: {}; {versions}.\n\n", meta.category, meta.severity.as_str(), fix_word(meta.fix))
        .expect("memory");
    writeln!(out, "{}\n", why.trim()).expect("memory");
    for option in meta.options {
        writeln!(out, "- Option `{}`: {}{}", option.name, option.doc, values(option)).expect("memory");
    }
    if !meta.options.is_empty() {
        out.push('\n');
    }
    let more = format!("\n### {more}").replace("\n### ", "\n#### ");
    write!(out, "<details><summary>Examples</summary>\n{}\n\n</details>\n", more.trim_end()).expect("memory");
    out
}

fn values(option: &OptionMeta) -> String {
    match option.kind {
        OptionKind::OneOf(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            format!(" One of {}; the first is the default.", words.join(", "))
        }
        OptionKind::Strings => " A list of strings.".to_owned(),
    }
}

fn fix_word(fix: FixAvailability) -> &'static str {
    match fix {
        FixAvailability::None => "no",
        FixAvailability::Sometimes => "sometimes",
        FixAvailability::Always => "yes",
    }
}
