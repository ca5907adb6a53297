//! "Disable this rule here": suppression comments in the form that their place asks for.

use super::{Request, above};
use crate::finding::Finding;
use crate::rules;
use crate::source::Source;
use crate::source::{CommentPlace, comment_place};
use crate::syntax::Language;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{CodeAction, CodeActionKind};

/// Disables each rule among the wanted findings: for the finding's line, and for the file.
pub fn actions(request: &Request<'_>) -> Vec<CodeAction> {
    // JSON has no comments; there the settings have the word.
    if request.source.language == Language::Manifest {
        return Vec::new();
    }
    // An unused suppression is not a rule; switching it off by one more suppression does not help.
    let wanted: Vec<&Finding> =
        request.wanted.iter().copied().filter(|finding| rules::find(finding.rule).is_some()).collect();
    let mut lines: Vec<(usize, Vec<&Finding>)> = Vec::new();
    let mut known: FxHashMap<usize, usize> = FxHashMap::default();
    for finding in &wanted {
        let line = request.source.rope.byte_to_line(finding.range.start());
        let at = *known.entry(line).or_insert(lines.len());
        if at == lines.len() {
            lines.push((line, Vec::new()));
        }
        add(&mut lines[at].1, finding);
    }
    let mut all: Vec<&Finding> = Vec::new();
    wanted.iter().for_each(|finding| add(&mut all, finding));
    let mut actions = Vec::new();
    for (_, on_line) in &lines {
        for some in choices(on_line) {
            if let Some(edit) = for_line(request.source, some[0], &names(some, ", ")) {
                actions.push(action(request, some, "line", edit));
            }
        }
    }
    for some in choices(&all) {
        actions.push(action(request, some, "file", for_file(request.source, &names(some, ", "))));
    }
    actions
}

/// Adds the first finding of each rule.
fn add<'f>(all: &mut Vec<&'f Finding>, finding: &'f Finding) {
    if all.iter().all(|other| other.rule != finding.rule) {
        all.push(finding);
    }
}

/// Returns the actions for findings of different rules: the first alone, and all together. Each of them alone would put
/// comments at the same place.
fn choices<'s, 'f>(findings: &'s [&'f Finding]) -> impl Iterator<Item = &'s [&'f Finding]> {
    let all = (findings.len() > 1).then_some(findings);
    findings.get(..1).into_iter().chain(all)
}

fn names(findings: &[&Finding], between: &str) -> String {
    findings.iter().map(|finding| finding.rule).collect::<Vec<_>>().join(between)
}

fn action(request: &Request<'_>, findings: &[&Finding], place: &str, edit: TextEdit) -> CodeAction {
    let what = match findings.len() {
        1..=3 => names(findings, " and "),
        many => format!("{many} rules"),
    };
    let action = request.action(format!("Disable {what} for this {place}"), CodeActionKind::QUICKFIX, &[edit]);
    request.about_all(findings, action)
}

/// The edit that suppresses `rule`, or several with commas between, where `finding` is; `None` where no comment can.
fn for_line(source: &Source, finding: &Finding, rule: &str) -> Option<TextEdit> {
    let rope = &source.rope;
    if source.language.is_document() {
        return above_fence(source, finding.range.start(), &format!("customerio-disable-next-line {rule}"));
    }
    let line = above::top_of_directives(source, rope.byte_to_line(finding.range.start()));
    if let Some(edit) = extend_directive_above(source, line, rule) {
        return Some(edit);
    }
    let start = after_bom(rope, rope.line_to_byte(line));
    let indentation = indentation(rope, start);
    let at = start + indentation.len();
    let newline = line_break(rope);
    Some(match comment_place(source, at) {
        CommentPlace::Code => {
            TextEdit::insert(at, format!("// customerio-disable-next-line {rule}{newline}{indentation}"))
        }
        CommentPlace::Children => {
            TextEdit::insert(at, format!("{{/* customerio-disable-next-line {rule} */}}{newline}{indentation}"))
        }
        // A line of its own would become part of the text. The finding itself is code, as a rule.
        CommentPlace::Verbatim => {
            let at = finding.range.start();
            if comment_place(source, at) != CommentPlace::Code {
                return None;
            }
            TextEdit::insert(at, format!("/* customerio-disable-line {rule} */ "))
        }
    })
}

/// When the line above is a directive for this one, it takes the rule in: a second comment in between would cut it
/// off from its line.
fn extend_directive_above(source: &Source, line: usize, rule: &str) -> Option<TextEdit> {
    const DIRECTIVE: &str = "customerio-disable-next-line";
    let above = line.checked_sub(1)?;
    let text = source.rope.line(above).to_string();
    let comment = text.trim();
    let is_comment = ["//", "/*", "{/*"]
        .iter()
        .any(|opening| comment.strip_prefix(opening).is_some_and(|rest| rest.trim_start().starts_with(DIRECTIVE)));
    let start = source.rope.line_to_byte(above);
    let directive = text.find(DIRECTIVE)?;
    let indented = start + text.len() - text.trim_start().len();
    if !is_comment || comment_place(source, indented) == CommentPlace::Verbatim {
        return None;
    }
    let names = directive + DIRECTIVE.len();
    let end = [" --", "*/"].iter().filter_map(|closing| text[names..].find(closing)).min();
    let list = text[names..].get(..end.unwrap_or(text.len() - names))?.trim_end();
    // Without a name it already stands for every rule; then the finding would not be here.
    (!list.trim().is_empty()).then(|| TextEdit::insert(start + names + list.len(), format!(", {rule}")))
}

/// The edit that suppresses `rule` from the top of the file on.
fn for_file(source: &Source, rule: &str) -> TextEdit {
    let rope = &source.rope;
    let comment = format!("/* customerio-disable {rule} */");
    let first = source.scripts.as_ref().and_then(|scripts| scripts.blocks.first());
    if source.language.is_document()
        && let Some(block) = first
        && let Some(edit) = above_fence(source, block.start(), &format!("customerio-disable {rule}"))
    {
        return edit;
    }
    if let Some(block) = source.scripts.as_ref().and_then(|scripts| scripts.blocks.first()) {
        return in_block(rope, *block, &comment);
    }
    let mut at = after_bom(rope, 0);
    // A line that names the interpreter must stay the first one.
    if rope.byte_slice(at..).chars().take(2).eq("#!".chars()) {
        at = if rope.len_lines() > 1 { rope.line_to_byte(1) } else { rope.len_bytes() };
    }
    let newline = line_break(rope);
    let alone = at == rope.len_bytes() && at > after_bom(rope, 0);
    let before = if alone { newline } else { "" };
    TextEdit::insert(at, format!("{before}{comment}{newline}"))
}

/// Puts a comment of the markup above the block of a document that a place is in: the code stays as readers are to see
/// it. `None` where the block begins behind the mark of a list item, above which no comment belongs to it.
fn above_fence(source: &Source, at: usize, directive: &str) -> Option<TextEdit> {
    let scripts = source.scripts.as_ref()?;
    let fence = scripts.document.as_ref()?.blocks.get(scripts.block_at(at)?)?.fence;
    let line = source.rope.line(source.rope.byte_to_line(fence)).to_string();
    let before = line.split(['`', '~']).next()?;
    if !before.chars().all(|c| matches!(c, ' ' | '\t' | '>')) {
        return None;
    }
    let comment = match source.language {
        Language::Mdx => format!("{{/* {directive} */}}"),
        _ => format!("<!-- {directive} -->"),
    };
    Some(TextEdit::insert(fence, format!("{before}{comment}{}", line_break(&source.rope))))
}

/// Puts a comment at the top of a block of code: on a line of its own, indented as the code is, unless there is code on
/// the line on which the block begins.
fn in_block(rope: &Rope, block: TextRange, comment: &str) -> TextEdit {
    let next = rope.byte_to_line(block.start()) + 1;
    let at = if next < rope.len_lines() { rope.line_to_byte(next) } else { rope.len_bytes() };
    let rest = rope.byte_slice(block.start()..at);
    if at > block.end() || !rest.chars().all(char::is_whitespace) {
        return TextEdit::insert(block.start(), format!("{comment} "));
    }
    TextEdit::insert(at, format!("{}{comment}{}", indentation(rope, at), line_break(rope)))
}

fn after_bom(rope: &Rope, at: usize) -> usize {
    if at == 0 && rope.chars().next() == Some('\u{feff}') { '\u{feff}'.len_utf8() } else { at }
}

/// The white space that begins the line at the byte `start`.
fn indentation(rope: &Rope, start: usize) -> String {
    let rest = rope.byte_slice(start..);
    rest.chars().take_while(|char| matches!(char, ' ' | '\t')).collect()
}

/// The first line break of the file; LF if it has none.
pub fn line_break(rope: &Rope) -> &'static str {
    let mut chars = rope.line(0).chars_at(rope.line(0).len_chars());
    match (chars.prev(), chars.prev()) {
        (Some('\n'), Some('\r')) => "\r\n",
        (Some('\r'), _) => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::text::{TextRange, apply_edits};

    /// The text with `X` disabled for its line.
    fn disabled(text: &str, language: Language) -> String {
        let at = text.find('X').expect("a finding");
        let finding = Finding {
            rule: "a-rule",
            severity: Severity::Error,
            range: TextRange::new(at, at + 1),
            what: String::new(),
            why: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        };
        let source = Source::parse(Rope::from_str(text), language);
        apply_edits(text, &for_line(&source, &finding, finding.rule).into_iter().collect::<Vec<_>>())
            .expect("an edit that applies")
    }

    #[test]
    fn the_comment_has_the_form_and_the_indentation_of_its_place() {
        for (text, expected) in [
            ("X()", "// customerio-disable-next-line a-rule\nX()"),
            ("\u{feff}X()", "\u{feff}// customerio-disable-next-line a-rule\nX()"),
            ("f(\r\n\t  X)", "f(\r\n\t  // customerio-disable-next-line a-rule\r\n\t  X)"),
            ("f(\r X)", "f(\r // customerio-disable-next-line a-rule\r X)"),
            ("`a\n${X}`", "`a\n${/* customerio-disable-line a-rule */ X}`"),
            ("/* a\n*/ X()", "/* a\n*/ /* customerio-disable-line a-rule */ X()"),
        ] {
            assert_eq!(disabled(text, Language::TypeScript), expected);
            assert_eq!(disabled(text, Language::Tsx), expected);
        }
        for (text, expected) in [
            ("<a>\n  <b c={X}/>\n</a>", "<a>\n  {/* customerio-disable-next-line a-rule */}\n  <b c={X}/>\n</a>"),
            ("<a\n  c={X}/>", "<a\n  // customerio-disable-next-line a-rule\n  c={X}/>"),
            ("<a>{\n  X}</a>", "<a>{\n  // customerio-disable-next-line a-rule\n  X}</a>"),
        ] {
            assert_eq!(disabled(text, Language::Tsx), expected);
        }
    }

    #[test]
    fn a_directive_above_takes_the_rule_in() {
        for (above, expected) in [
            ("// customerio-disable-next-line b", "// customerio-disable-next-line b, a-rule"),
            ("// customerio-disable-next-line b -- why", "// customerio-disable-next-line b, a-rule -- why"),
            ("/* customerio-disable-next-line b, c */", "/* customerio-disable-next-line b, c, a-rule */"),
        ] {
            assert_eq!(disabled(&format!("{above}\n  X()"), Language::Tsx), format!("{expected}\n  X()"));
        }
        let text = "`// customerio-disable-next-line b\n${X}`";
        assert_eq!(disabled(text, Language::Tsx), text.replace("X", "/* customerio-disable-line a-rule */ X"));
    }

    #[test]
    fn it_goes_above_what_speaks_to_other_tools_about_the_line() {
        for directives in [
            "// eslint-disable-next-line no-x -- why",
            "  /* eslint-disable-next-line */",
            "// oxlint-disable-next-line no-x",
            "// @ts-expect-error",
            "/* @ts-ignore: why */",
            "// prettier-ignore",
            "// biome-ignore lint/a/b: why",
            "// deno-lint-ignore no-x",
            "/* c8 ignore next 3 */",
            "/* v8 ignore next */",
            "/* istanbul ignore if */",
            "/* istanbul ignore next -- @preserve */",
            "// tslint:disable-next-line:no-x",
            "// cspell:disable-next-line",
            "// $FlowFixMe[x]",
            "// NOLINTNEXTLINE",
            "// stylelint-disable-next-line x",
            "// @ts-expect-error\n// prettier-ignore",
            "// eslint-disable-next-line a\n// said to somebody else\n// @ts-ignore",
            "/*\n * eslint-disable-next-line a,\n * b\n */",
        ] {
            let text = format!("a()\n{directives}\n  X()");
            let indentation = &directives[..directives.len() - directives.trim_start().len()];
            let expected = format!("a()\n{indentation}// customerio-disable-next-line a-rule\n{directives}\n  X()");
            assert_eq!(disabled(&text, Language::TypeScript), expected);
        }
        let jsx = "<a>\n  {/* @ts-expect-error */}\n  <b c={X}/>\n</a>";
        let expected = jsx.replace("{/* @", "{/* customerio-disable-next-line a-rule */}\n  {/* @");
        assert_eq!(disabled(jsx, Language::Tsx), expected);
        for (host, language) in [
            ("<script>\nC\n</script>", Language::Vue),
            ("<script>\nC\n</script>", Language::Svelte),
            ("---\nC\n---\n<p/>", Language::Astro),
        ] {
            let text = host.replace('C', "// @ts-ignore\nX()");
            let expected = host.replace('C', "// customerio-disable-next-line a-rule\n// @ts-ignore\nX()");
            assert_eq!(disabled(&text, language), expected);
        }
        for prose in [
            "// why",
            "// eslint-disable no-x",
            "// @ts-ignore\n",
            "// biome-ignore-all a: b",
            "// prettier-ignore-start",
        ] {
            let expected = format!("{prose}\n// customerio-disable-next-line a-rule\nX()");
            assert_eq!(disabled(&format!("{prose}\nX()"), Language::TypeScript), expected);
        }
        let own = "// customerio-disable-next-line b\n// @ts-ignore\nX()";
        assert_eq!(disabled(own, Language::TypeScript), own.replace("line b", "line b, a-rule"));
    }

    #[test]
    fn for_a_file_it_stands_on_top_but_below_the_interpreter() {
        for (text, expected) in [
            ("a()", "/* customerio-disable r */\na()"),
            ("\u{feff}a()\r\n", "\u{feff}/* customerio-disable r */\r\na()\r\n"),
            ("#!/usr/bin/env node\na()", "#!/usr/bin/env node\n/* customerio-disable r */\na()"),
            ("#!x", "#!x\n/* customerio-disable r */\n"),
        ] {
            let source = Source::parse(Rope::from_str(text), Language::TypeScript);
            let edit = for_file(&source, "r");
            assert_eq!(apply_edits(text, &[edit]).expect("an edit that applies"), expected);
        }
    }

    #[test]
    fn in_a_component_it_stands_in_a_block() {
        for (text, expected) in [
            (
                "<template/>\n<script>\n\timport a\n</script>\n",
                "<template/>\n<script>\n\t/* customerio-disable r */\n\timport a\n</script>\n",
            ),
            ("<script>a()</script>", "<script>/* customerio-disable r */ a()</script>"),
            ("<script>a()\nb()</script>", "<script>/* customerio-disable r */ a()\nb()</script>"),
            ("<script></script>\n", "<script>/* customerio-disable r */ </script>\n"),
        ] {
            let edit = for_file(&Source::parse(Rope::from_str(text), Language::Vue), "r");
            assert_eq!(apply_edits(text, &[edit]).expect("an edit that applies"), expected);
        }
        for (text, expected) in [
            (
                "<p/>\n<script>\n  X()\n</script>",
                "<p/>\n<script>\n  // customerio-disable-next-line a-rule\n  X()\n</script>",
            ),
            ("<script>X()</script>", "<script>/* customerio-disable-line a-rule */ X()</script>"),
            (
                "<!-- customerio-disable-next-line b -->\n<script>X()</script>",
                "<!-- customerio-disable-next-line b -->\n<script>/* customerio-disable-line a-rule */ X()</script>",
            ),
        ] {
            assert_eq!(disabled(text, Language::Svelte), expected);
        }
        let fence = "---\nX()\n---\n<p/>";
        assert_eq!(disabled(fence, Language::Astro), "---\n// customerio-disable-next-line a-rule\nX()\n---\n<p/>");
    }
}
