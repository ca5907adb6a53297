//! The site: a page of each rule, grouped by category, of presets and status codes, and what the README says of settings,
//! suppressions, editors and CI. Written in Markdown for mdBook, which makes HTML with a search of it.

use super::rule::{self, Links};
use super::text::{before_headings, lead_to, map_lines, section, shift_headings};
use super::{category, preset};
use crate::rules::{CATEGORIES, Category, Preset, REPOSITORY, RULES, RuleMeta, SITE};
use crate::sdk::status::{self, STATUSES};
use std::fmt::Write;

/// A file of the site's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path below `src`: `rules/wrong-api-key.md`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Page {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// The sections of the README that have a page: heading, title, path.
const FROM_README: [(&str, &str, &str); 6] = [
    ("## Try it", "Try it", "try-it.md"),
    ("## Whole projects", "Whole projects", "projects.md"),
    ("## Settings", "Settings", "settings.md"),
    ("### Suppressions", "Suppressions", "suppressions.md"),
    ("## Editors", "Editors", "editors.md"),
    ("## CI", "CI", "ci.md"),
];

/// All files of the site, the table of contents (`SUMMARY.md`) first. `readme` is the text of the README.
///
/// # Errors
/// The heading that the README lacks.
pub fn book(readme: &str) -> Result<Vec<Page>, String> {
    let mut pages = vec![Page::new("introduction.md", of_repository(before_headings(readme)))];
    for (heading, title, path) in FROM_README {
        let text = section(readme, heading).ok_or_else(|| format!("the README has no section `{heading}`"))?;
        // A part of another section that has its own page stands there alone.
        let mut text = text.to_owned();
        for (inner, _, _) in FROM_README.iter().filter(|(inner, _, _)| *inner != heading) {
            if let Some(own) = section(&text, inner) {
                text = text.replace(&format!("{inner}\n\n{own}"), "");
            }
        }
        let levels = heading.bytes().take_while(|byte| *byte == b'#').count() as isize;
        let text = shift_headings(text.trim(), 1 - levels);
        pages.push(Page::new(path, format!("# {title}\n\n{}", of_repository(&text))));
    }
    pages.push(Page::new("rules/index.md", all_rules()));
    for group in used_categories() {
        pages.push(Page::new(format!("categories/{}.md", group.id), category_page(group)));
    }
    for meta in RULES.iter().map(|rule| rule.meta) {
        let text = linked(&rule::rule(meta, Links::Site), "", Some(meta.id));
        pages.push(Page::new(format!("rules/{}.md", meta.id), text));
    }
    pages.push(Page::new("presets.md", presets()));
    pages.push(Page::new("status-codes.md", status_codes()));
    pages.insert(0, Page::new("SUMMARY.md", summary()));
    Ok(pages)
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
    let mut text = String::from("# Summary\n\n[Introduction](introduction.md)\n\n# Using it\n\n");
    for (_, title, path) in FROM_README {
        let _ = writeln!(text, "- [{title}]({path})");
    }
    text.push_str("\n# Rules\n\n- [All rules](rules/index.md)\n- [Presets](presets.md)\n");
    for category in used_categories() {
        let _ = writeln!(text, "- [{}](categories/{}.md)", category.title, category.id);
        for meta in of_category(category) {
            let _ = writeln!(text, "  - [{0}](rules/{0}.md)", meta.id);
        }
    }
    text.push_str("\n# Reference\n\n- [Status codes](status-codes.md)\n");
    text
}

fn all_rules() -> String {
    let mut text = String::from(
        "# All rules\n\nThe severity is that of the plainest case; a place that proves less is reported lower.\n\n\
         | rule | finds | category | severity | preset |\n|---|---|---|---|---|\n",
    );
    for meta in RULES.iter().map(|rule| rule.meta) {
        let _ = writeln!(
            text,
            "| [`{0}`]({0}.md) | {1} | [{2}](../categories/{2}.md) | {3} | {4} |",
            meta.id,
            meta.summary,
            meta.category,
            meta.severity.as_str(),
            meta.preset.as_str()
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
        "# Presets\n\nA preset is the set of rules that are on where the settings say nothing else. Each holds those \
         before it.\n",
    );
    for each in Preset::EVERY {
        let _ = write!(text, "\n{}", shift_headings(&preset(each), 1));
    }
    linked(&text, "rules/", None)
}

fn status_codes() -> String {
    let mut text = String::from(
        "# Status codes\n\nWhat Customer.io's APIs mean by them, and what the SDK makes of them. `customerio-ls explain 429` \
         says the same, and so does a hover over a number that the status code of an error is compared with.\n\n",
    );
    for page in STATUSES.iter().filter_map(|status| status::explain(status.code)) {
        let _ = writeln!(text, "{}", shift_headings(&page, 1));
    }
    linked(&text, "rules/", None)
}

/// Makes links of the rules that are named as code outside of examples and links; `to` leads to the folder of the rules.
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

/// What the README says, seen from elsewhere: links into the repository and to the site lead there in full, and the marks
/// of generated parts are left out.
fn of_repository(markdown: &str) -> String {
    let text = map_lines(markdown, |line, fenced| {
        if fenced {
            return line.to_owned();
        }
        let mut out = String::new();
        let mut rest = line;
        while let Some(at) = rest.find("](") {
            let (before, link) = rest.split_at(at + 2);
            let image = before.rfind('[').is_some_and(|open| before[..open].ends_with('!'));
            let relative = !link.starts_with("http") && !link.starts_with('#') && !link.starts_with("mailto:");
            out.push_str(before);
            if relative {
                let _ = write!(out, "{REPOSITORY}/{}/main/", if image { "raw" } else { "blob" });
            }
            rest = link;
        }
        out.push_str(rest);
        out
    });
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("<!-- ")).collect();
    format!("{}\n", kept.join("\n").trim()).replace(&format!("]({SITE}"), "](").replace(".html)", ".md)")
}
