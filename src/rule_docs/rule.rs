//! The page of a rule, and its short form.

use super::text::{before_headings, code_words, lead_to, named_rules, section};
use crate::rules::{Category, OptionKind, OptionMeta, RULES, RuleMeta};
use std::fmt::Write;

/// The source of the SDK's version.
const WHICH_VERSION: &str = "the version comes from node_modules, else from the lock file (npm, pnpm, Yarn or Bun), else \
                             it is the lowest one that package.json allows; `sdkVersion` in customerio.json overrides it";

/// More related rules than this are looked up in their category.
const MOST_RELATED: usize = 6;

/// The form of a page's links to other pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// By name alone, for terminals.
    Names,
    /// By links between the pages of the site, seen from the page of a rule.
    Site,
}

impl Links {
    fn rule(self, id: &str) -> String {
        match self {
            Self::Names => format!("`{id}`"),
            Self::Site => format!("[`{id}`]({id}.md)"),
        }
    }
    fn category(self, id: &str) -> String {
        match self {
            Self::Names => format!("`{id}`"),
            Self::Site => format!("[{}](../categories/{id}.md)", Category::find(id).map_or(id, |it| it.title)),
        }
    }
    fn preset(self, word: &str) -> String {
        match self {
            Self::Names => format!("`{word}`"),
            Self::Site => format!("[`{word}`](../presets.md#{word})"),
        }
    }
}

/// Everything that is known of a rule, as Markdown that begins with a heading.
pub fn rule(meta: &RuleMeta, links: Links) -> String {
    let mut text = format!("# {}\n\n{}.\n\n", meta.id, meta.summary.trim_end_matches('.'));
    let _ = writeln!(text, "- category: {}", links.category(meta.category));
    let _ = writeln!(text, "- preset: {}", links.preset(meta.preset.as_str()));
    let _ = writeln!(text, "- severity: {}", meta.severity.as_str());
    let _ = writeln!(text, "- fix: {}", meta.fix.as_str());
    let _ = writeln!(text, "- versions of customerio-node: {}", meta.versions);
    if meta.versions != "all" {
        let _ = writeln!(text, "- {WHICH_VERSION}");
    }
    for option in meta.options {
        let _ = writeln!(text, "- option `{}` ({}): {}", option.name, values(option), option.doc);
    }
    if !meta.yields_to.is_empty() {
        let rules: Vec<String> = meta.yields_to.iter().map(|first| links.rule(first)).collect();
        let _ = writeln!(text, "- silent where one of these reports the same code: {}", rules.join(", "));
    }
    let docs = match links {
        Links::Names => lead_to(meta.docs, RuleMeta::href),
        Links::Site => meta.docs.to_owned(),
    };
    let _ = write!(text, "\n{}\n", docs.trim());
    let related = related(meta);
    if !related.is_empty() {
        let _ = writeln!(text, "\n### Related rules\n");
        for other in related {
            let _ = writeln!(text, "- {}: {}", links.rule(other.id), other.summary);
        }
    }
    text
}

/// The mistake that a rule finds, why it matters in one paragraph, the fix, and a link to its page. `fix` is the fix of
/// one finding, as Markdown; without it, the page tells how the rule fixes.
pub fn brief(meta: &RuleMeta, fix: Option<&str>) -> String {
    let mut text = format!("**{}**: {}.\n", meta.id, meta.summary.trim_end_matches('.'));
    let first_paragraph = |text| str::split(text, "\n\n").next().unwrap_or_default();
    let why = first_paragraph(before_headings(meta.docs));
    if !why.is_empty() {
        let _ = write!(text, "\n{why}\n");
    }
    if let Some(fix) = fix.or_else(|| section(meta.docs, "### Fix").map(first_paragraph)) {
        let _ = write!(text, "\n**Fix**: {fix}\n");
    }
    let _ = write!(text, "\n[Documentation]({})\n", meta.href());
    lead_to(&text, RuleMeta::href)
}

/// The rules that a reader of this one may want to know of: those that its page names, those whose pages name it, and
/// then those of its category, as long as they are few, whose pages speak of the same things before others.
pub fn related(meta: &RuleMeta) -> Vec<&'static RuleMeta> {
    let others = || RULES.iter().map(|rule| rule.meta).filter(|other| other.id != meta.id);
    let naming = others().filter(|other| named_rules(other.docs).any(|it| it.id == meta.id));
    let own_words = code_words(meta.docs);
    let shared = |other: &&RuleMeta| code_words(other.docs).intersection(&own_words).count();
    let mut of_category: Vec<&RuleMeta> = others().filter(|other| other.category == meta.category).collect();
    of_category.sort_by_cached_key(|other| std::cmp::Reverse(shared(other)));

    let mut related: Vec<&'static RuleMeta> = Vec::new();
    let mut add = |other: &'static RuleMeta, most: usize| {
        if related.len() < most && other.id != meta.id && !related.iter().any(|known| known.id == other.id) {
            related.push(other);
        }
    };
    named_rules(meta.docs).chain(naming).for_each(|other| add(other, usize::MAX));
    of_category.into_iter().for_each(|other| add(other, MOST_RELATED));
    related
}

/// Returns the values of an option, in words.
fn values(option: &OptionMeta) -> String {
    match option.kind {
        OptionKind::OneOf(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            format!("{}; the first is the default", words.join(", "))
        }
        OptionKind::Strings => "a list of strings".to_owned(),
    }
}
