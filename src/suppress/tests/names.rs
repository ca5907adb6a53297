//! Names of categories and presets, and misspelled ones.

use super::*;

#[test]
fn categories_and_presets_are_names() {
    for name in ["timestamps", "recommended", "all", "region, timestamps"] {
        let text = format!("// customerio-disable-next-line {name}\nbad(timestamp-milliseconds)\n");
        let outcome = run(&text);
        assert_eq!(outcome.suppressed.len(), 1, "{name}");
        let others = outcome.findings.iter().filter(|found| found.rule != UNUSED).count();
        assert_eq!(others, 0, "{name}");
    }
    assert_left(
        "// customerio-disable-next-line timestamps\nbad(region-mismatch)",
        &["1: unused-suppression customerio-disable-next-line timestamps", "2: region-mismatch bad"],
    );
    // The narrowest name gets the merit, so that the other one can go.
    assert_left(
        "// customerio-disable-next-line timestamp-milliseconds, timestamps\nbad(timestamp-milliseconds)",
        &["1: unused-suppression timestamps"],
    );
    assert_left("/* customerio-disable suppressions */\n// customerio-disable-line wrong-api-key", &[]);
    assert_eq!(run("/* customerio-disable recommended */\n// customerio-disable-line wrong-api-key").findings.len(), 2);
}

#[test]
fn stretches_end_for_what_is_enabled() {
    assert_left(
        "/* customerio-disable timestamps */\nbad(timestamp-milliseconds)\n\
         /* customerio-enable timestamp-milliseconds */\nbad(timestamp-milliseconds) bad(timestamp-not-unix)",
        &["4: timestamp-milliseconds bad"],
    );
    assert_left(
        "/* customerio-disable */\nbad(region-mismatch)\n/* customerio-enable timestamps */\n\
         bad(timestamp-milliseconds) bad(region-mismatch)",
        &["4: timestamp-milliseconds bad"],
    );
    assert_left(
        "/* customerio-disable timestamp-milliseconds */ bad(timestamp-milliseconds)\n/* customerio-enable all */\n\
         bad(timestamp-milliseconds)\n/* customerio-enable timestamps */",
        &["3: timestamp-milliseconds bad", "4: unused-suppression customerio-enable timestamps"],
    );
}

#[test]
fn a_category_of_which_a_rule_is_off_is_left_alone() {
    let text = "// customerio-disable-next-line timestamps\nx";
    assert_eq!(run(text).findings.len(), 1);
    assert_eq!(run_with(text, &off("timestamp-milliseconds")).findings, []);
}

/// `text` after the first fix of its first finding.
fn suggested(text: &str) -> String {
    let outcome = run(text);
    let found = outcome.findings.iter().find(|found| found.rule == UNUSED);
    let fix = found.and_then(|found| found.fixes.first());
    fix.map_or_else(|| "no fix".to_owned(), |fix| apply_edits(text, &fix.edits).unwrap())
}

#[test]
fn directives_that_do_not_exist_are_told() {
    for (written, meant) in [
        ("customerio-ignore-next-line", "customerio-disable-next-line"),
        ("customerio-suppress-next-line", "customerio-disable-next-line"),
        ("customerio-disable-nextline", "customerio-disable-next-line"),
        ("customerio-disableNextLine", "customerio-disable-next-line"),
        ("customerio-disable_next_line", "customerio-disable-next-line"),
        ("customerio-disable-next-lien", "customerio-disable-next-line"),
        ("customerio-ls-disable-next-line", "customerio-disable-next-line"),
        ("@customerio-ignore-line", "@customerio-disable-line"),
        ("customerio-ignroe", "customerio-disable"),
        ("customerio-disbale", "customerio-disable"),
        ("customerio-disable-file", "customerio-disable"),
        ("customerio-enabel", "customerio-enable"),
        ("customerio-disabled", "customerio-disable"),
    ] {
        let text = format!("/* {written} timestamps -- why */\n");
        let outcome = run(&text);
        let bare = written.trim_start_matches('@');
        let hint = meant.trim_start_matches('@');
        assert_eq!(outcome.findings.len(), 1, "{written}");
        assert_eq!(outcome.findings[0].message(), format!("unknown directive `{bare}`: did you mean `{hint}`?"));
        assert_eq!(suggested(&text), format!("/* {meant} timestamps -- why */\n"));
    }
    for prose in [
        "customerio-node is the SDK",
        "customerio-ls: see the README",
        "customerio-enabled tenants only",
        "customerio-disabled",
        "customerio-api key",
        "customerio-on-call",
        "customerio-events",
        "see customerio-ignore-next-line",
        "customerio-skipped",
    ] {
        assert_eq!(run(&format!("// {prose}\n")).findings, [], "{prose}");
    }
}

#[test]
fn a_word_beside_code_is_about_its_line() {
    for (written, meant) in [
        ("customerio-ignore", "customerio-disable-line"),
        ("customerio-disbale", "customerio-disable-line"),
        ("customerio-ignore-next-line", "customerio-disable-next-line"),
        ("customerio-ignore-file", "customerio-disable"),
        ("customerio-enabel", "customerio-enable"),
    ] {
        let text = format!("send(id); // {written} timestamps -- why\n");
        assert_eq!(suggested(&text), format!("send(id); // {meant} timestamps -- why\n"));
    }
}

#[test]
fn a_reason_without_its_mark_gets_it() {
    for (written, repaired) in [
        ("wrong-api-key the import needs it", "wrong-api-key -- the import needs it"),
        ("wrong-api-key - the import, and more", "wrong-api-key -- the import, and more"),
        ("wrong-api-key: the import", "wrong-api-key -- the import"),
        ("wrong-api-key — the import", "wrong-api-key -- the import"),
        ("wrong-apikey the import", "wrong-api-key -- the import"),
        ("timestamps the import", "timestamps -- the import"),
        ("region-mismatch, wrong-api-key the import", "region-mismatch, wrong-api-key -- the import"),
        ("region-mismatch, because it works", "region-mismatch -- because it works"),
        ("because it works", "-- because it works"),
        ("region-mismatch wrong-api-key", "region-mismatch, wrong-api-key"),
    ] {
        assert_eq!(
            suggested(&format!("// customerio-disable-next-line {written}\nbad(region-mismatch)")),
            format!("// customerio-disable-next-line {repaired}\nbad(region-mismatch)")
        );
    }
    // What follows the beginning of the reason is no name, and nothing is to be removed.
    let outcome = run("// customerio-disable-next-line wrong-api-key for a, b, and c\nf()");
    assert_eq!(outcome.findings.len(), 1);
    assert_eq!(outcome.findings[0].fixes.len(), 1);
    assert_eq!(
        suggested("// customerio-disable-next-line customerio/wrong-api-key\nf()"),
        "// customerio-disable-next-line wrong-api-key\nf()"
    );
}
