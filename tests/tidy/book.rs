//! The site: every link inside it leads somewhere, every rule has its page where findings say it is, and mdBook gets all
//! pages.

use crate::source::{read, root};
use customerio_ls::pages::{Page, book};
use customerio_ls::rules::{RULES, SITE};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The pages, made once for all tests.
fn pages() -> &'static [Page] {
    static PAGES: LazyLock<Vec<Page>> =
        LazyLock::new(|| book(&read("README.md")).expect("the README has the sections that the site takes"));
    &PAGES
}

/// The lines outside of fenced blocks.
fn prose(markdown: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    markdown.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// Where the links of a text lead.
fn links(markdown: &str) -> Vec<String> {
    let in_line = |line: &str| {
        let ends: Vec<usize> = line.match_indices("](").map(|(at, _)| at + 2).collect();
        ends.into_iter().map(|at| line[at..].split(')').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    prose(markdown).flat_map(in_line).collect()
}

/// The anchors of the headings, as mdBook makes them.
fn anchors(markdown: &str) -> BTreeSet<String> {
    let headings = prose(markdown).filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let slug = |title: &str| {
        let kept = title.chars().filter_map(|c| match c {
            c if c.is_alphanumeric() || matches!(c, '_' | '-') => Some(c.to_ascii_lowercase()),
            c if c.is_whitespace() => Some('-'),
            _ => None,
        });
        kept.collect::<String>()
    };
    headings.map(slug).collect()
}

/// The path that a link leads to, seen from a page.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_inside_the_site_leads_somewhere() {
    let pages: BTreeMap<String, String> = pages().iter().map(|page| (page.path.clone(), page.text.clone())).collect();
    let mut problems = Vec::new();
    let mut checked = 0;
    for (path, text) in &pages {
        for link in links(text) {
            if link.starts_with("http") && !link.starts_with(SITE) || link.starts_with("mailto:") {
                continue;
            }
            checked += 1;
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = match (file.strip_prefix(SITE), file) {
                (Some(""), _) => "introduction.md".to_owned(),
                (Some(page), _) => page.replace(".html", ".md"),
                (None, "") => path.clone(),
                (None, file) => resolve(path, file),
            };
            match pages.get(&target) {
                None => problems.push(format!("{path}: {link} leads nowhere")),
                Some(text) if !anchor.is_empty() && !anchors(text).contains(anchor) => {
                    problems.push(format!("{path}: {link}: that page has no such heading"));
                }
                Some(_) => {}
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(checked > RULES.len(), "the links are not where this test looks");
}

#[test]
fn every_page_is_in_the_table_of_contents_once() {
    let pages = pages();
    let summary = pages.iter().find(|page| page.path == "SUMMARY.md").expect("a table of contents");
    let mut listed = links(&summary.text);
    listed.sort();
    let mut there: Vec<String> =
        pages.iter().map(|page| page.path.clone()).filter(|path| path != "SUMMARY.md").collect();
    there.sort();
    assert_eq!(listed, there);
}

#[test]
fn every_link_to_a_rule_leads_to_its_page() {
    let paths: BTreeSet<String> = pages().iter().map(|page| page.path.clone()).collect();
    for rule in RULES {
        let href = rule.meta.href();
        let page = href.strip_prefix(SITE).expect("rules are on the site").replace(".html", ".md");
        assert!(paths.contains(&page), "{href} leads nowhere");
    }
}

#[test]
fn every_link_of_the_readme_leads_somewhere() {
    let readme = read("README.md");
    let paths: BTreeSet<String> = pages().iter().map(|page| page.path.replace(".md", ".html")).collect();
    let mut problems = Vec::new();
    for link in links(&readme) {
        let there = match (link.strip_prefix(SITE), link.strip_prefix('#')) {
            (Some(page), _) => page.is_empty() || paths.contains(page),
            (None, Some(anchor)) => anchors(&readme).contains(anchor),
            (None, None) => link.starts_with("http") || root().join(&link).exists(),
        };
        if !there {
            problems.push(link);
        }
    }
    assert!(problems.is_empty(), "links of the README lead nowhere: {problems:?}");
}

#[test]
fn pages_are_whole() {
    for page in pages() {
        assert!(page.text.starts_with("# "), "{} has no title", page.path);
        assert_eq!(page.text.matches("```").count() % 2, 0, "{}: a fence is open at its end", page.path);
        assert!(!page.text.contains("<!-- "), "{} shows a mark of a generated part", page.path);
    }
}
