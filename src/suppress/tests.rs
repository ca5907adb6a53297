//! Suppression comments on made-up findings.

mod names;

use super::*;
use crate::settings::RuleSetting;
use crate::text::apply_edits;

/// The comments of `text` that may hold a directive, as the engine gives them.
fn comments(text: &str) -> Vec<Comment> {
    let mut comments = all_comments(text);
    comments.retain(|comment| comment.text.contains("customerio-"));
    comments
}

/// Found by their markers: the samples hold no strings.
fn all_comments(text: &str) -> Vec<Comment> {
    let rope = Rope::from_str(text);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("//").into_iter().chain(text[at..].find("/*")).min().map(|i| at + i) {
        let rest = &text[start..];
        let end = start
            + if rest.starts_with("//") {
                rest.find(['\n', '\r']).unwrap_or(rest.len())
            } else {
                rest.find("*/").map_or(rest.len(), |i| i + 2)
            };
        at = end;
        out.push(Comment {
            below: None,
            range: TextRange::new(start, end),
            text: text[start..end].to_owned(),
            line: rope.byte_to_line(start) as u32,
            end_line: rope.byte_to_line(end - 1) as u32,
        });
    }
    out
}

/// A finding at each `bad(rule)` outside of these comments.
fn findings(text: &str) -> Vec<Finding> {
    let comments = all_comments(text);
    let in_comment = |at: usize| comments.iter().any(|comment| comment.range.as_range().contains(&at));
    let marks = text.match_indices("bad(").filter(|(at, _)| !in_comment(*at)).filter_map(|(at, _)| {
        let id = &text[at + 4..at + text[at..].find(')')?];
        Some(Finding {
            rule: find(id)?.meta.id,
            severity: Severity::Error,
            range: TextRange::new(at, at + 3),
            what: String::new(),
            why: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        })
    });
    marks.collect()
}

fn run(text: &str) -> Outcome {
    run_with(text, &Settings::default())
}

fn run_with(text: &str, settings: &Settings) -> Outcome {
    apply(findings(text), &comments(text), settings, &Rope::from_str(text))
}

fn off(rule: &str) -> Settings {
    let setting = RuleSetting { severity: Some(None), ..Default::default() };
    Settings { rules: [(rule.to_owned(), setting)].into_iter().collect(), ..Default::default() }
}

/// Asserts the findings that are left of `text`: `line: rule text-that-is-marked`.
#[track_caller]
fn assert_left(text: &str, expected: &[&str]) {
    let rope = Rope::from_str(text);
    let mut found = run(text).findings;
    found.sort_by_key(|f| f.range);
    let found: Vec<String> = found
        .iter()
        .map(|f| format!("{}: {} {}", rope.byte_to_line(f.range.start()) + 1, f.rule, &text[f.range.as_range()]))
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// `text` after the Safe fixes, one after another.
#[track_caller]
fn assert_fixed(text: &str, expected: &str) {
    let mut text = text.to_owned();
    loop {
        let outcome = run(&text);
        let fix = outcome.findings.iter().flat_map(|f| &f.fixes).find(|f| f.applicability == Applicability::Safe);
        let Some(fix) = fix else { break };
        text = apply_edits(&text, &fix.edits).unwrap();
    }
    assert_eq!(text, expected);
}

#[test]
fn next_line() {
    assert_left("// customerio-disable-next-line wrong-api-key\nbad(wrong-api-key)\n", &[]);
    assert_left("// customerio-disable-next-line\nbad(wrong-api-key) bad(region-mismatch)\n", &[]);
    assert_left("/* customerio-disable-next-line wrong-api-key */\r\nbad(wrong-api-key)\r\n", &[]);
    assert_left("// customerio-disable-next-line wrong-api-key\rbad(wrong-api-key)\r", &[]);
    assert_left("<p>\n  {/* customerio-disable-next-line wrong-api-key */}\n  bad(wrong-api-key)\n</p>", &[]);
    assert_left(
        "bad(wrong-api-key) // customerio-disable-next-line wrong-api-key\nbad(wrong-api-key)",
        &["1: wrong-api-key bad"],
    );
    assert_left(
        "// customerio-disable-next-line wrong-api-key\nbad(region-mismatch)",
        &["1: unused-suppression customerio-disable-next-line wrong-api-key", "2: region-mismatch bad"],
    );
    assert_left(
        "// customerio-disable-next-line wrong-api-key\n\nbad(wrong-api-key)",
        &["1: unused-suppression customerio-disable-next-line wrong-api-key", "3: wrong-api-key bad"],
    );
}

#[test]
fn comments_may_stand_above_each_other() {
    assert_left(
        "// customerio-disable-next-line wrong-api-key\n// why\n// customerio-disable-next-line region-mismatch\n\
         bad(wrong-api-key) bad(region-mismatch)",
        &[],
    );
    assert_left(
        "<p>\n{/* customerio-disable-next-line wrong-api-key */}\n{/*\n customerio-disable-next-line\n region-mismatch */}\n\
         bad(wrong-api-key) bad(region-mismatch)",
        &[],
    );
}

#[test]
fn comments_of_other_tools_may_stand_in_between() {
    for between in [
        "// @ts-ignore",
        "/* eslint-disable-next-line a */",
        "  {/* @ts-expect-error */}",
        "/* eslint-disable-next-line a,\n b */",
        "/* c8 ignore next */\n// prettier-ignore",
    ] {
        assert_left(&format!("// customerio-disable-next-line wrong-api-key\n{between}\nbad(wrong-api-key)"), &[]);
    }
    for between in ["/* a */ b()", "/* a */ /* b */ c()", "{/* a */", "/*"] {
        let text = format!("// customerio-disable-next-line wrong-api-key\n{between}\nbad(wrong-api-key)");
        assert!(run(&text).findings.iter().any(|found| found.rule == UNUSED), "{text}");
    }
}

#[test]
fn this_line() {
    assert_left("bad(wrong-api-key) // customerio-disable-line wrong-api-key\n", &[]);
    assert_left("bad(wrong-api-key) /* customerio-disable-line */ // x\n", &[]);
    assert_left(
        "bad(wrong-api-key) // customerio-disable-line region-mismatch\n",
        &["1: wrong-api-key bad", "1: unused-suppression customerio-disable-line region-mismatch"],
    );
}

#[test]
fn stretches() {
    assert_left(
        "bad(wrong-api-key)\n/* customerio-disable wrong-api-key */\nbad(wrong-api-key)\nbad(region-mismatch)\n\
         /* customerio-enable wrong-api-key */\nbad(wrong-api-key)",
        &["1: wrong-api-key bad", "4: region-mismatch bad", "6: wrong-api-key bad"],
    );
    assert_left(
        "/* customerio-disable */\nbad(wrong-api-key)\n/* customerio-enable */ bad(wrong-api-key)",
        &["3: wrong-api-key bad"],
    );
    assert_left(
        "/* customerio-disable wrong-api-key, region-mismatch */\nbad(wrong-api-key)\nbad(region-mismatch)",
        &[],
    );
    assert_left(
        "/* customerio-enable wrong-api-key */\nbad(wrong-api-key)",
        &["1: unused-suppression customerio-enable wrong-api-key", "2: wrong-api-key bad"],
    );
}

#[test]
fn a_block_comment_of_many_lines() {
    assert_left(
        "/*\n * The importer counts in milliseconds.\n * customerio-disable-next-line timestamp-milliseconds,\n \
         *   region-mismatch -- it is\n * what it is\n */\nbad(timestamp-milliseconds) bad(region-mismatch)",
        &[],
    );
    let outcome = run("/**\n * customerio-disable-next-line region-mismatch -- a\n *  b\n **/\nbad(region-mismatch)");
    assert_eq!(outcome.suppressed[0].reason.as_deref(), Some("a b"));
    let outcome = run(
        "/*\n customerio-disable-next-line\n  region-mismatch,\n  wrong-api-key\n -- why\n not */\nbad(region-mismatch)",
    );
    assert_eq!(outcome.suppressed[0].reason.as_deref(), Some("why not"));
    assert_eq!(outcome.findings[0].message(), "unused suppression: there is no finding of `wrong-api-key` here");
    assert_left(
        "/* customerio-disable-next-line region-mismatch\n * Prose -- with dashes. */\nbad(region-mismatch)",
        &[],
    );
    assert_left("/* customerio-disable-next-line\n * Prose, with a comma. */\nbad(region-mismatch)", &[]);
    assert_left("/* see customerio-disable-next-line */\nbad(region-mismatch)", &["2: region-mismatch bad"]);
}

#[test]
fn reasons_are_kept() {
    let reason = |text: &str| run(text).suppressed[0].reason.clone();
    let line = |comment: &str| format!("// customerio-disable-next-line {comment}\nbad(region-mismatch)");
    assert_eq!(reason(&line("region-mismatch -- two accounts")).as_deref(), Some("two accounts"));
    assert_eq!(reason(&line("-- two -- accounts")).as_deref(), Some("two -- accounts"));
    assert_eq!(reason(&line("region-mismatch ---- x")).as_deref(), Some("x"));
    assert_eq!(reason(&line("region-mismatch")), None);
    assert_eq!(reason(&line("region-mismatch --")), None);
}

#[test]
fn unknown_names_are_told() {
    let outcome = run("// customerio-disable-next-line timestamp-miliseconds\nbad(timestamp-milliseconds)");
    let unknown = outcome.findings.iter().find(|f| f.rule == UNUSED).unwrap();
    assert_eq!(unknown.message(), "unknown rule `timestamp-miliseconds`: did you mean `timestamp-milliseconds`?");
    assert_eq!(unknown.fixes[0].title, "Write `timestamp-milliseconds`");
    assert!(unknown.fixes.iter().all(|fix| fix.applicability == Applicability::Suggested));
    let outcome = run("// customerio-disable-next-line because it works\n");
    assert!(outcome.findings[0].help.as_ref().unwrap().contains("commas"));
    assert_left("// customerio-disabled\n// customerio-disable_x\n", &[]);
}

#[test]
fn the_nearest_comment_gets_the_merit() {
    assert_left(
        "/* customerio-disable wrong-api-key */\n// customerio-disable-next-line wrong-api-key\nbad(wrong-api-key)",
        &["1: unused-suppression customerio-disable wrong-api-key"],
    );
}

#[test]
fn rules_that_are_off_need_no_comment_and_no_complaint() {
    let text = "// customerio-disable-next-line wrong-api-key\nx\n// customerio-disable-next-line\nx";
    assert_eq!(run(text).findings.len(), 2);
    assert_eq!(run_with(text, &off("wrong-api-key")).findings, []);
    assert_eq!(run_with(text, &off(UNUSED)).findings, []);
}

#[test]
fn complaints_about_comments_are_suppressed_by_name_only() {
    assert_left("/* customerio-disable unused-suppression */\n// customerio-disable-line wrong-api-key", &[]);
    assert_left(
        "/* customerio-disable unused-suppression */\n",
        &["1: unused-suppression customerio-disable unused-suppression"],
    );
    assert_eq!(run("/* customerio-disable */\n// customerio-disable-line wrong-api-key").findings.len(), 2);
}

#[test]
fn fixes_leave_no_trace() {
    assert_fixed("a\n  // customerio-disable-next-line\nb\n", "a\nb\n");
    assert_fixed("a\r\n  /* customerio-disable-next-line */\r\nb\r\n", "a\r\nb\r\n");
    assert_fixed("a // customerio-disable-line\nb\n", "a\nb\n");
    assert_fixed("/* customerio-disable-line */ a\n", "a\n");
    assert_fixed("return/* customerio-disable-line */ a\n", "return a\n");
    assert_fixed("a /* customerio-disable-line */ + b\n", "a + b\n");
    assert_fixed("a /* customerio-disable-line\n */ b\n", "a \nb\n");
    assert_fixed("<p>\n  {/* customerio-disable-next-line */}\n  <b/>\n</p>", "<p>\n  <b/>\n</p>");
    assert_fixed("const f = () =>\n  {/* customerio-disable-line */}\n", "const f = () =>\n  {}\n");
    assert_fixed("// customerio-disable-line", "");
    assert_fixed("/* why\n customerio-disable-line */\n", "/* why\n */\n");
    assert_fixed("/*\r\n * why\r\n * customerio-disable-line\r\n */\r\n", "/*\r\n * why\r\n */\r\n");
    assert_fixed("/* why\n * why,\n * customerio-enable\n * x y */", "/* why\n * why,\n * x y */");
}

#[test]
fn fixes_remove_single_names() {
    assert_fixed(
        "// customerio-disable-next-line wrong-api-key, region-mismatch, region-as-positional -- why\nbad(region-mismatch)",
        "// customerio-disable-next-line region-mismatch -- why\nbad(region-mismatch)",
    );
    assert_fixed(
        "// customerio-disable-next-line wrong-api-key, region-mismatch -- why\nbad(wrong-api-key)",
        "// customerio-disable-next-line wrong-api-key -- why\nbad(wrong-api-key)",
    );
}

#[test]
fn strange_comments_do_no_harm() {
    for text in [
        "/* customerio-disable",
        "/*customerio-enable*/",
        "// customerio-disable-next-line ,,, -- --",
        "// customerio-disable-line --",
        "/* customerio-disable-line é, ü */ bad(wrong-api-key)",
        "/*\r\n* customerio-disable\r* customerio-enable */",
    ] {
        run(text);
        assert_fixed_point(text);
    }
}

/// Removing a comment must not move what another comment is about.
#[test]
fn a_fix_that_moves_lines_under_another_directive_is_not_safe() {
    for text in [
        "/* customerio-disable-next-line  *//* \ncustomerio-enable \n */bad(wrong-api-key)",
        "/* customerio-disable-next-line region-mismatch */ /*\ncustomerio-enable\n*/\nbad(wrong-api-key)",
        "// customerio-disable-next-line wrong-api-key\n/* customerio-enable */ /* prose */\nbad(wrong-api-key)",
        "// customerio-disable-next-line wrong-api-key\n/* prose */ // customerio-enable\nbad(wrong-api-key)",
    ] {
        let of_enable = run(text).findings.into_iter().find(|f| text[f.range.as_range()].contains("enable"));
        let fix = of_enable.expect(text).fixes.remove(0);
        assert_eq!(fix.applicability, Applicability::Suggested, "{text}");
    }
    // Without the name, the dashes would begin a reason, and the comment would mean every rule.
    let dashes = run("// customerio-disable-next-line region-mismatch,----\nbad(wrong-api-key)").findings;
    assert!(
        dashes.iter().flat_map(|f| &f.fixes).all(|fix| fix.applicability == Applicability::Suggested),
        "{dashes:?}"
    );
    let code = run("good(); // customerio-disable-line region-mismatch\n/* customerio-enable */\n").findings;
    assert!(code.iter().all(|f| f.fixes[0].applicability == Applicability::Safe), "{code:?}");
    assert_eq!(code.len(), 2);
}

fn assert_fixed_point(text: &str) {
    let rope_is_safe = |f: &Finding| f.fixes.iter().all(|fix| apply_edits(text, &fix.edits).is_ok());
    assert!(run(text).findings.iter().all(rope_is_safe), "{text}");
}

/// Texts made of everything that matters to directives, in any order.
fn any_text() -> impl proptest::strategy::Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "// ",
        "/* ",
        " */",
        "{/* ",
        " */}",
        "\n",
        "\r\n",
        "\r",
        " ",
        " * ",
        ",",
        " -- ",
        "--",
        "é",
        "😀",
        ">",
        "x",
        "customerio-disable-next-line ",
        "customerio-disable-line ",
        "customerio-disable ",
        "customerio-enable ",
        "customerio-",
        "wrong-api-key",
        "region-mismatch",
        "unused-suppression",
        "wrong-apikey",
        "bad(wrong-api-key)",
        "bad(region-mismatch)",
    ]);
    proptest::strategy::Strategy::prop_map(proptest::collection::vec(pieces, 0..40), |pieces| pieces.concat())
}

proptest::proptest! {
    #[test]
    fn any_comments(text in any_text()) {
        let before = findings(&text).len();
        let outcome = run(&text);
        let others = outcome.findings.iter().filter(|f| f.rule != UNUSED).count();
        let taken = outcome.suppressed.iter().filter(|s| s.finding.rule != UNUSED).count();
        proptest::prop_assert_eq!(others + taken, before, "a finding is left or taken away, never both or neither");
        for finding in outcome.findings.iter().filter(|f| f.rule == UNUSED) {
            proptest::prop_assert!(text.get(finding.range.as_range()).is_some(), "{:?}", finding.range);
            for fix in &finding.fixes {
                let fixed = apply_edits(&text, &fix.edits).unwrap();
                proptest::prop_assert_ne!(&fixed, &text);
                if fix.applicability == Applicability::Safe {
                    // What a Safe fix takes out has suppressed nothing, so the same findings are left.
                    let left = run(&fixed).findings.iter().filter(|f| f.rule != UNUSED).count();
                    proptest::prop_assert_eq!(left, others, "{:?} became {:?}", &text, &fixed);
                }
            }
        }
    }
}

#[test]
fn a_rule_that_the_preset_leaves_out_is_no_needless_name() {
    assert_left("// customerio-disable-next-line missing-email\ngood()\n", &[]);
    let strict = Settings { preset: Some(crate::rules::Preset::Strict), ..Settings::default() };
    assert_eq!(run_with("// customerio-disable-next-line missing-email\ngood()\n", &strict).findings.len(), 1);
}
