//! The documentation: its generated pages are in step, every link leads somewhere, every rule has its page where findings
//! say it is, and mdBook gets all pages.

use crate::generated::file;
use crate::source::{read, root};
use customerio_ls::testing::rule_docs::{FOR_CONTRIBUTORS, Page, WRITTEN, book};
use customerio_ls::testing::rules::{RULES, SITE};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The generated pages, built once for all tests.
fn pages() -> &'static [Page] {
    static PAGES: LazyLock<Vec<Page>> = LazyLock::new(book);
    &PAGES
}

/// All documents, by their path in the repository.
fn documents() -> BTreeMap<String, String> {
    let generated = pages().iter().map(|page| (format!("docs/{}", page.path), page.text.clone()));
    let written = WRITTEN.iter().chain(&FOR_CONTRIBUTORS).map(|(_, path)| format!("docs/{path}"));
    let at_the_root = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/README.md"];
    let of_editors = ["editors/vscode/README.md", "editors/neovim/README.md"];
    let others = at_the_root.into_iter().chain(of_editors).map(str::to_owned);
    generated.chain(written.chain(others).map(|path| (path.clone(), read(&path)))).collect()
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
fn the_generated_pages_are_in_step() {
    for page in pages() {
        file(&format!("docs/{}", page.path), &page.text);
    }
    let wanted: BTreeSet<&str> = pages().iter().map(|page| page.path.as_str()).collect();
    for folder in ["rules", "categories"] {
        for entry in std::fs::read_dir(root().join("docs").join(folder)).expect("the folder").flatten() {
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            assert!(wanted.contains(path.as_str()), "docs/{path} is the page of nothing: remove it");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let documents = documents();
    let mut problems = Vec::new();
    let mut checked = 0;
    for (path, text) in &documents {
        for link in links(text) {
            if link.starts_with("http") && !link.starts_with(SITE) || link.starts_with("mailto:") {
                continue;
            }
            checked += 1;
            let (to, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = match (to.strip_prefix(SITE), to) {
                (Some(""), _) => "docs/README.md".to_owned(),
                (Some(page), _) => format!("docs/{}", page.replace(".html", ".md")),
                (None, "") => path.clone(),
                (None, to) => resolve(path, to),
            };
            // What belongs to the site must be there as a page of it, or be reached by its address in the repository.
            let outside = path.starts_with("docs/") && !target.starts_with("docs/");
            match documents.get(&target) {
                _ if outside => problems.push(format!("{path}: {link} is not on the site: link to the repository")),
                Some(text) if !anchor.is_empty() && !anchors(text).contains(anchor) => {
                    problems.push(format!("{path}: {link}: that page has no such heading"));
                }
                None if !root().join(&target).exists() => problems.push(format!("{path}: {link} leads nowhere")),
                _ => {}
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(checked > RULES.len(), "the links are not where this test looks");
}

#[test]
fn every_page_is_in_the_table_of_contents_once() {
    let summary = pages().iter().find(|page| page.path == "SUMMARY.md").expect("a table of contents");
    let mut listed = links(&summary.text);
    listed.sort();
    let of_docs = documents().into_keys().filter_map(|path| Some(path.strip_prefix("docs/")?.to_owned()));
    let mut there: Vec<String> = of_docs.filter(|path| path != "SUMMARY.md").collect();
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
fn pages_are_whole() {
    for (path, text) in documents() {
        assert!(text.starts_with("# "), "{path} has no title");
        assert_eq!(text.matches("```").count() % 2, 0, "{path}: a fence is open at its end");
    }
}
