//! Cutting and joining Markdown.

use crate::rules::{RULES, RuleMeta};
use std::collections::BTreeSet;

/// Calls `change` with each line, and whether it is in a fenced block or is one of its fences.
pub fn map_lines(markdown: &str, mut change: impl FnMut(&str, bool) -> String) -> String {
    let mut fenced = false;
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let fence = line.trim_start().starts_with("```");
        out.push_str(&change(line, fenced || fence));
        out.push('\n');
        fenced ^= fence;
    }
    out
}

/// The text under a heading that is written so (`### Fix`), up to the next one of its level or above, without the
/// heading.
pub fn section<'a>(markdown: &'a str, heading: &str) -> Option<&'a str> {
    let level = level(heading)?;
    let (mut fenced, mut at, mut from) = (false, 0, None);
    for line in markdown.split_inclusive('\n') {
        let bare = line.trim_end();
        let ends = !fenced && self::level(bare).is_some_and(|other| other <= level);
        match from {
            Some(from) if ends => return Some(markdown[from..at].trim()),
            None if ends && bare == heading => from = Some(at + line.len()),
            _ => {}
        }
        fenced ^= bare.trim_start().starts_with("```");
        at += line.len();
    }
    from.map(|from| markdown[from..].trim())
}

/// The text before the first heading below the title.
pub fn before_headings(markdown: &str) -> &str {
    let mut at = 0;
    let mut fenced = false;
    for line in markdown.split_inclusive('\n') {
        if !fenced && level(line.trim_end()).is_some_and(|level| level > 1) {
            break;
        }
        fenced ^= line.trim_start().starts_with("```");
        at += line.len();
    }
    markdown[..at].trim()
}

/// Moves headings up (`-1`) or down (`1`) in the order; none goes above the first level.
pub fn shift_headings(markdown: &str, by: isize) -> String {
    map_lines(markdown, |line, fenced| match level(line) {
        Some(level) if !fenced => {
            let shifted = level.saturating_add_signed(by).max(1);
            format!("{}{}", "#".repeat(shifted), &line[level..])
        }
        _ => line.to_owned(),
    })
}

/// Makes each link of a rule's id within one page (`[…](#wrong-api-key)`) lead to the result of `to`.
pub fn lead_to(markdown: &str, to: impl Fn(&RuleMeta) -> String) -> String {
    let anchored = named_rules(markdown).filter(|meta| markdown.contains(&format!("](#{})", meta.id)));
    anchored
        .fold(markdown.to_owned(), |text, meta| text.replace(&format!("](#{})", meta.id), &format!("]({})", to(meta))))
}

/// Markdown for a reader who sees it as it is: without marks of headings, fences and bold type, and with the address
/// after the words of each link.
pub fn plain(markdown: &str) -> String {
    let text = map_lines(markdown, |line, fenced| {
        if fenced {
            return if line.trim_start().starts_with("```") { "\u{0}".to_owned() } else { line.to_owned() };
        }
        let line = if level(line).is_some() { line.trim_start_matches('#').trim_start() } else { line };
        let mut out = String::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("](") {
            let (Some(open), Some((address, behind))) = (before.rfind('['), after.split_once(')')) else { break };
            out.push_str(&before[..open]);
            out.push_str(&format!("{} ({address})", &before[open + 1..]));
            rest = behind;
        }
        out.push_str(rest);
        out.replace("**", "")
    });
    text.lines().filter(|line| *line != "\u{0}").collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Joins the lines of each paragraph and list item: some editors show the line breaks of the source.
pub fn joined(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    // Whether the last line is one that the next may continue.
    let (mut fenced, mut open) = (false, false);
    for line in markdown.lines() {
        let bare = line.trim_start();
        let fence = bare.starts_with("```");
        let begins = bare.starts_with(['-', '*', '+', '|', '>', '#']) && !bare.starts_with("**")
            || bare.split_once(". ").is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
        if open && !(fenced || fence || begins || bare.is_empty()) {
            out.push(' ');
            out.push_str(bare);
        } else {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line);
        }
        fenced ^= fence;
        // Two blanks at the end are a break that is meant.
        open = !(fenced || fence || bare.is_empty() || bare.starts_with(['|', '#']) || line.ends_with("  "));
    }
    out
}

/// The level of a heading: 2 for `## Title`.
pub fn level(line: &str) -> Option<usize> {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&hashes) && line[hashes..].starts_with(' ')).then_some(hashes)
}

/// The rules that a text names as code (`rule-id` between backticks), outside of examples, in the order of their ids.
pub fn named_rules(markdown: &str) -> impl Iterator<Item = &'static RuleMeta> {
    let prose = map_lines(markdown, |line, fenced| if fenced { String::new() } else { line.to_owned() });
    RULES.iter().map(|rule| rule.meta).filter(move |meta| prose.contains(&format!("`{}`", meta.id)))
}

/// Returns the code spans of a text, outside of examples: the things that it is about.
pub fn code_words(markdown: &str) -> BTreeSet<String> {
    let prose = map_lines(markdown, |line, fenced| if fenced { String::new() } else { line.to_owned() });
    prose.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_end_at_the_next_heading_of_their_level() {
        let text = "# a\n\nintro\n\n## b\n\none\n\n```sh\n## no heading\n```\n\n### c\n\ntwo\n\n## d\n\nthree\n";
        assert_eq!(section(text, "## b"), Some("one\n\n```sh\n## no heading\n```\n\n### c\n\ntwo"));
        assert_eq!(section(text, "### c"), Some("two"));
        assert_eq!(section(text, "## d"), Some("three"));
        assert_eq!(section(text, "## no heading"), None);
        assert_eq!(before_headings(text), "# a\n\nintro");
        assert_eq!(shift_headings("## b\n```\n## x\n```\n### c\n", -1), "# b\n```\n## x\n```\n## c\n");
    }

    #[test]
    fn plain_text_has_no_marks() {
        let text = "# a `b`\n\n**c**: see [`d`](https://e.example/), [f](g).\n\n```ts\n# **x** [y](z)\n```\n\n- h\n";
        assert_eq!(plain(text), "a `b`\n\nc: see `d` (https://e.example/), f (g).\n\n# **x** [y](z)\n\n- h");
        assert_eq!(plain("[a\nb](c)"), "[a\nb](c)");
    }

    #[test]
    fn lines_of_a_paragraph_are_joined() {
        let text = "# a\none\ntwo `x\ny`\n\n- b\n  c\n- **d**\n**e**\n\n```ts\nf\ng\n```\nh\ni\n\n| j |\n|---|\n\n1. k\nl\n2. m";
        assert_eq!(
            joined(text),
            "# a\none two `x y`\n\n- b c\n- **d** **e**\n\n```ts\nf\ng\n```\nh i\n\n| j |\n|---|\n\n1. k l\n2. m"
        );
    }

    #[test]
    fn rules_are_named_in_prose_only() {
        let named = |text| named_rules(text).map(|meta| meta.id).collect::<Vec<_>>();
        assert_eq!(named("See `wrong-api-key`, not region-mismatch."), ["wrong-api-key"]);
        assert_eq!(code_words("`a` b `c d`\n```\n`e`\n```\n").into_iter().collect::<Vec<_>>(), ["a", "c d"]);
        assert!(named("```ts\n// `wrong-api-key`\n```").is_empty());
    }
}
