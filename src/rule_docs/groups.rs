//! Pages of sets of rules, categories and presets, and of status codes.

use super::text::shift_headings;
use crate::rules::{Category, Preset, RULES, RuleMeta};
use crate::sdk::status;
use std::fmt::Write;

/// Returns the description of a category, and its rules, as Markdown that begins with a heading.
pub fn category(category: &Category) -> String {
    let rules: Vec<&RuleMeta> =
        RULES.iter().map(|rule| rule.meta).filter(|meta| meta.category == category.id).collect();
    let mut text = format!("# {}\n\n{}.\n\n", category.id, category.summary);
    list(&mut text, &rules, |meta| format!("{}, {}", meta.severity.as_str(), meta.preset.as_str()));
    let _ = write!(
        text,
        "\nIn customerio.json, `\"categories\": {{ \"{0}\": \"off\" }}` disables them all, and a severity in place of \"off\" \
         enables them all with that severity. `\"rules\"` overrides it. On the command line: \
         `check --select {0}`, `check --ignore {0}`.\n",
        category.id
    );
    text
}

/// Returns the description of a preset, and the rules that it adds to those before it, as Markdown that begins with a
/// heading.
pub fn preset(preset: Preset) -> String {
    let rules: Vec<&RuleMeta> = RULES.iter().map(|rule| rule.meta).filter(|meta| meta.preset == preset).collect();
    let mut text = format!("# {}\n\n{}.", preset.as_str(), preset.summary());
    if preset == Preset::default() {
        text.push_str(" This is the default.");
    }
    text.push_str("\n\n");
    if let Some(smaller) = Preset::EVERY.into_iter().rfind(|other| *other < preset) {
        let _ = if rules.is_empty() {
            writeln!(text, "It includes the rules of `{}`; at the moment it adds none.", smaller.as_str())
        } else {
            writeln!(text, "It includes the rules of `{}`, and:\n", smaller.as_str())
        };
    }
    list(&mut text, &rules, |meta| format!("{}, {}", meta.category, meta.severity.as_str()));
    let _ = write!(
        text,
        "\nIn customerio.json: `\"preset\": \"{0}\"`. `\"categories\"` and `\"rules\"` override it. On the command line: \
         `check --select {0}`.\n",
        preset.as_str()
    );
    text
}

/// Returns the meaning of a status code, as a part of another document: its headings are small ones. `None` for a
/// number that is not a status code.
pub fn status(code: u16) -> Option<String> {
    status::explain(code).map(|page| shift_headings(&page, 2))
}

fn list(text: &mut String, rules: &[&RuleMeta], aside: impl Fn(&RuleMeta) -> String) {
    for meta in rules {
        let _ = writeln!(text, "- `{}` ({}): {}", meta.id, aside(meta), meta.summary);
    }
}
