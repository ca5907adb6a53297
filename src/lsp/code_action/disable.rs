//! "Disable this rule here": suppression comments in the form that their place asks for.

use super::Request;
use crate::finding::Finding;
use crate::rules;
use crate::syntax::{CommentPlace, Language, Source, comment_place};
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use tower_lsp::lsp_types::CodeAction;

/// Disables each rule among the wanted findings: for the finding's line, and for the file.
pub fn actions(request: &Request<'_>) -> Vec<CodeAction> {
    // JSON has no comments; there the settings have the word.
    if request.source.language == Language::Manifest {
        return Vec::new();
    }
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut files: Vec<&str> = Vec::new();
    let mut actions = Vec::new();
    for finding in &request.wanted {
        // An unused suppression is no rule; switching it off by one more suppression helps nobody.
        if rules::find(finding.rule).is_none() {
            continue;
        }
        let line = request.source.rope.byte_to_line(finding.range.start());
        if !lines.contains(&(line, finding.rule)) {
            lines.push((line, finding.rule));
            if let Some(edit) = for_line(request.source, finding) {
                let title = format!("Disable {} for this line", finding.rule);
                actions.push(request.quick_fix(title, &[edit], finding));
            }
        }
    }
    for finding in &request.wanted {
        if rules::find(finding.rule).is_some() && !files.contains(&finding.rule) {
            files.push(finding.rule);
            let title = format!("Disable {} for this file", finding.rule);
            actions.push(request.quick_fix(title, &[for_file(request.source, finding.rule)], finding));
        }
    }
    actions
}

/// The edit that suppresses `finding` where it stands; `None` where no comment can.
fn for_line(source: &Source, finding: &Finding) -> Option<TextEdit> {
    let rope = &source.rope;
    let rule = finding.rule;
    let line = rope.byte_to_line(finding.range.start());
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

/// Puts a comment at the top of a block of code: on a line of its own, indented as the code is, unless code stands on the
/// line on which the block begins.
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
            message: String::new(),
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        };
        let source = Source::parse(Rope::from_str(text), language);
        apply_edits(text, &for_line(&source, &finding).into_iter().collect::<Vec<_>>()).expect("an edit that applies")
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
