//! The generated part of the documentation: a page of each rule, grouped by category, of presets and status codes, and
//! the table of contents. They are in the repository below `docs`, beside the pages that people write, and mdBook makes
//! the site of all of them.

use super::doors::doors;
use super::rule::{self, Links};
use super::text::{lead_to, map_lines, shift_headings};
use super::{category, preset};
use crate::rules::{CATEGORIES, Category, Preset, RULES, RuleMeta};
use crate::sdk::status::{self, STATUSES};
use std::fmt::Write;

/// A file of the documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path below `docs`: `rules/wrong-api-key.md`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Page {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// The pages that people write: title, path.
pub const WRITTEN: [(&str, &str); 8] = [
    ("Settings", "settings.md"),
    ("Suppression comments", "suppressions.md"),
    ("Whole projects", "projects.md"),
    ("The tracking plan and the account", "account.md"),
    ("Editors", "editors.md"),
    ("CI", "ci.md"),
    ("Limits", "limits.md"),
    ("Performance", "performance.md"),
];

/// Pages for contributors: title, path.
pub const FOR_CONTRIBUTORS: [(&str, &str); 2] = [("Architecture", "architecture.md"), ("Bounds", "bounds.md")];

/// Generates all pages that are not written by hand, the table of contents (`SUMMARY.md`) first.
pub fn book() -> Vec<Page> {
    let mut pages = vec![Page::new("SUMMARY.md", summary()), Page::new("rules/README.md", all_rules())];
    for group in used_categories() {
        pages.push(Page::new(format!("categories/{}.md", group.id), category_page(group)));
    }
    for meta in RULES.iter().map(|rule| rule.meta) {
        let text = linked(&rule::rule(meta, Links::Site), "", Some(meta.id));
        pages.push(Page::new(format!("rules/{}.md", meta.id), text));
    }
    pages.push(Page::new("presets.md", presets()));
    pages.push(Page::new("status-codes.md", status_codes()));
    pages.push(Page::new("doors.md", linked(&doors(), "rules/", None)));
    pages
}

/// The categories that have rules.
fn used_categories() -> impl Iterator<Item = &'static Category> {
    CATEGORIES.iter().filter(|category| of_category(category).next().is_some())
}

fn of_category(category: &Category) -> impl Iterator<Item = &'static RuleMeta> {
    RULES.iter().map(|rule| rule.meta).filter(|meta| meta.category == category.id)
}

/// The table of contents.
fn summary() -> String {
    let list = |pages: &[(&str, &str)]| -> String {
        pages.iter().map(|(title, path)| format!("- [{title}]({path})\n")).collect()
    };
    let mut text = format!("# Summary\n\n[Introduction](README.md)\n\n# Using it\n\n{}", list(&WRITTEN));
    text.push_str("\n# Rules\n\n- [All rules](rules/README.md)\n- [Presets](presets.md)\n");
    for category in used_categories() {
        let _ = writeln!(text, "- [{}](categories/{}.md)", category.title, category.id);
        for meta in of_category(category) {
            let _ = writeln!(text, "  - [{0}](rules/{0}.md)", meta.id);
        }
    }
    text.push_str("\n# Reference\n\n- [Ways to Customer.io](doors.md)\n- [Status codes](status-codes.md)\n");
    let _ = write!(text, "\n# Contributing\n\n{}", list(&FOR_CONTRIBUTORS));
    text
}

fn all_rules() -> String {
    let mut text = String::from(
        "# All rules\n\nThe table shows the severity of the clearest case; less certain findings are reported one level lower. \
         `fix: sometimes` means that a fix depends on the shape of the code.\n\n\
         | rule | finds | category | severity | preset | fix |\n|---|---|---|---|---|---|\n",
    );
    for meta in RULES.iter().map(|rule| rule.meta) {
        let _ = writeln!(
            text,
            "| [`{0}`]({0}.md) | {1} | [{2}](../categories/{2}.md) | {3} | {4} | {5} |",
            meta.id,
            meta.summary,
            meta.category,
            meta.severity.as_str(),
            meta.preset.as_str(),
            meta.fix.as_str()
        );
    }
    text
}

fn category_page(group: &Category) -> String {
    let text = category(group).replacen(&format!("# {}", group.id), &format!("# {}", group.title), 1);
    linked(&text, "../rules/", None)
}

fn presets() -> String {
    let mut text = String::from(
        "# Presets\n\nA preset is the set of rules that are enabled unless the settings say otherwise. Each preset includes the \
         ones before it.\n",
    );
    for each in Preset::EVERY {
        let _ = write!(text, "\n{}", shift_headings(&preset(each), 1));
    }
    linked(&text, "rules/", None)
}

fn status_codes() -> String {
    let mut text = String::from(
        "# Status codes\n\nWhat Customer.io's APIs mean by each status code, and what the SDK does with it. \
         `customerio-ls explain 429` prints the same, and so does a hover over a number that is compared with an error's \
         status code.\n\n",
    );
    for page in STATUSES.iter().filter_map(|status| status::explain(status.code)) {
        let _ = writeln!(text, "{}", shift_headings(&page, 1));
    }
    linked(&text, "rules/", None)
}

/// Makes links of the rules that are named as code outside of examples and links; `to` leads to the folder of the
/// rules.
fn linked(markdown: &str, to: &str, own: Option<&str>) -> String {
    // Where rules name each other by a link, it is one within one page: `[…](#wrong-api-key)`.
    let markdown = lead_to(markdown, |meta| format!("{to}{}.md", meta.id));
    map_lines(&markdown, |line, fenced| {
        // Code that goes on in the next line is left as it is.
        if fenced || line.starts_with('#') || line.matches('`').count() % 2 == 1 {
            return line.to_owned();
        }
        let mut out = String::new();
        for (at, piece) in line.split('`').enumerate() {
            let code = at % 2 == 1;
            let is_rule = code && own != Some(piece) && crate::rules::find(piece).is_some();
            match (code, is_rule && !out.ends_with('[')) {
                (true, true) => drop(write!(out, "[`{piece}`]({to}{piece}.md)")),
                (true, false) => drop(write!(out, "`{piece}`")),
                (false, _) => out.push_str(piece),
            }
        }
        out
    })
}
