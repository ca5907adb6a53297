//! Every bound of the analysis, from both sides: just below it what stands there is seen, at it that is said.

use crate::shapes::{CLIENT, each};
use customerio_ls::analysis;
use customerio_ls::config::Settings;
use customerio_ls::source::Source;
use customerio_ls::syntax::Language;
use ropey::Rope;

/// The rules that find something, and why the analysis stopped.
fn judged(text: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let source = Source::parse(Rope::from_str(text), Language::TypeScript);
    let judged = analysis::judge(&source, None, &Settings::default());
    let found = analysis::finish(&source, judged.found, None, &Settings::default()).findings;
    (found.iter().map(|it| it.rule).collect(), judged.stopped.iter().map(|it| it.why).collect())
}

/// Code of some size that has a finding, the size up to which that is seen, and why not from there on.
#[track_caller]
fn bound(code: impl Fn(usize) -> String, rule: &str, most: usize, why: &str) {
    let text = format!("{CLIENT}{}", code(most));
    let (found, stopped) = judged(&text);
    assert!(found.contains(&rule) && stopped.is_empty(), "{most}: {found:?} {stopped:?}");
    let text = format!("{CLIENT}{}", code(most + 1));
    let (found, stopped) = judged(&text);
    assert!(!found.contains(&rule) && stopped == [why], "{}: {found:?} {stopped:?}", most + 1);
}

const TIME: &str = "timestamp-milliseconds";

#[test]
fn functions_on_the_way_to_a_call() {
    let helpers = |size: usize| {
        let helpers = each(size, |at| format!("async function f{at}(id, a) {{ await f{}(id, a); }}", at + 1));
        let last = format!("async function f{size}(id, a) {{ await cio.identify(id, {{ at: a }}); }}");
        format!("export {{}};\nawait f0('1', Date.now());\n{helpers}\n{last}")
    };
    bound(helpers, TIME, 11, "too many functions call one another");
}

#[test]
fn things_that_a_value_may_be() {
    let cases = |size: usize| {
        let cases = each(size, |at| format!("case {at}: return Date.now();"));
        format!("function at(x) {{ switch (x) {{ {cases} }} }}\nawait cio.identify('1', {{ at: at(2) }});")
    };
    bound(cases, TIME, 512, "the value may be too many different things");
}

#[test]
fn data_inside_data() {
    let data = |size: usize| {
        let (open, close) = ("{ a: ".repeat(size), " }".repeat(size));
        format!("{CLIENT}await cio.track('1', {{ name: 'seen', data: {open}{{ at: Date.now() }}{close} }});")
    };
    assert_eq!(judged(&data(7)).1, [""; 0]);
    assert_eq!(judged(&data(8)).1, ["values are nested too deeply"]);
}

#[test]
fn one_else_if_after_another() {
    let branches = |size: usize| {
        let branches = each(size, |at| format!("if (c === {at}) {{ f({at}); }} else"));
        format!("{branches} {{ await cio.identify('1', {{ at: Date.now() }}); }}")
    };
    let (found, stopped) = judged(&format!("{CLIENT}{}", branches(500)));
    assert!(found.contains(&TIME) && stopped.is_empty(), "{found:?} {stopped:?}");
    let (found, stopped) = judged(&format!("{CLIENT}{}", branches(2_000)));
    assert!(!found.contains(&TIME), "{found:?}");
    assert!(stopped.contains(&"the code is nested too deeply"), "{stopped:?}");
}

#[test]
fn an_object_that_is_grown_and_sent_each_time() {
    let grown = |size: usize| {
        let sent = each(size, |at| format!("o.k{at} = {at}; await cio.track('1', {{ name: 'seen', data: o }});"));
        format!("{CLIENT}const o = {{}};\n{sent}\nawait cio.identify('1', {{ at: Date.now() }});")
    };
    let (found, stopped) = judged(&grown(100));
    assert!(found.contains(&TIME) && stopped.is_empty(), "{stopped:?}");
    let (found, stopped) = judged(&grown(600));
    assert!(found.contains(&TIME), "{found:?}");
    assert_eq!(stopped, ["the object has too many keys"]);
}

#[test]
fn times_that_one_expression_carries() {
    let carried = |size: usize| {
        let keys = each(size, |at| format!("k{at}_at: Date.now(),"));
        format!("{CLIENT}const o = {{ {keys} }};\nawait cio.identify('1', {{ ...o }});")
    };
    let (found, stopped) = judged(&carried(32));
    assert!(found.contains(&TIME) && stopped.is_empty(), "{stopped:?}");
    let (found, stopped) = judged(&carried(33));
    assert!(found.contains(&TIME), "{found:?}");
    assert_eq!(stopped, ["the object has too many keys"]);
}

#[test]
fn values_that_are_large_together() {
    for line in [
        |at: usize| format!("const x{} = [...x{at}, {{ id: {at} }}];", at + 1),
        |at: usize| format!("const x{} = {{ ...x{at}, k{at}: {at} }};", at + 1),
        |at: usize| format!("const x{} = x{at} + '{}';", at + 1, "a".repeat(60)),
        |at: usize| format!("const x{} = `${{x{at}}}{}`;", at + 1, "a".repeat(60)),
    ] {
        let first = match line(0).as_str() {
            list if list.contains('[') => "[]",
            object if object.contains("...") => "{}",
            _ => "''",
        };
        let sent = |at: usize| format!("{}\nawait cio.track('1', {{ name: 'seen', data: {{ x: x{at} }} }});", line(at));
        let text = format!(
            "{CLIENT}const x0 = {first};\n{}\nawait cio.identify('1', {{ at: Date.now() }});",
            each(1_500, sent)
        );
        let (found, stopped) = judged(&text);
        assert!(found.contains(&TIME), "{}: {found:?}", line(0));
        assert!(stopped.contains(&"the values of this file are too large"), "{}: {stopped:?}", line(0));
    }
}
