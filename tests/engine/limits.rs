//! Every bound of the analysis, from both sides: just below it what stands there is seen, at it that is said.

use crate::memory::Memory;
use crate::shapes::{CLIENT, each};
use customerio_ls::testing::engine;
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::FileId;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

/// The rules that find something, and why the analysis stopped.
fn judged(text: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let source = Source::parse(Rope::from_str(text), Language::TypeScript);
    let judged = engine::judge(&source, None, &Settings::default(), Fixes::Computed);
    let found = engine::finish(&source, judged.found, None, &Settings::default()).findings;
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
            each(1_200, sent)
        );
        let (found, stopped) = judged(&text);
        assert!(found.contains(&TIME), "{}: {found:?}", line(0));
        assert!(stopped.contains(&"the values of this file are too large"), "{}: {stopped:?}", line(0));
    }
}

#[test]
fn functions_that_errors_may_come_from() {
    let helpers = |size: usize| {
        let helpers = each(size, |at| format!("async function g{at}() {{ await g{}(); }}", at + 1));
        let tried =
            "try { await cio.identify('1', {}); await g0(); } catch (err) { console.log(err.response.status); }";
        format!("export {{}};\n{helpers}\nasync function g{size}() {{ await null; }}\n{tried}")
    };
    bound(helpers, "error-shape", 10, "too many functions call one another");
}

#[test]
fn a_function_that_calls_itself_is_no_bound() {
    let text = "async function g(n) { if (n) await g(n - 1); }\n\
        async function told(err) { console.log(err.message); if (err.cause) told(err.cause); }\n\
        try { await cio.identify('1', {}); await g(3); } catch (err) { console.log(err.response.status); told(err); }";
    let (found, stopped) = judged(&format!("{CLIENT}export {{}};\n{text}"));
    assert!(found.contains(&"error-shape") && stopped.is_empty(), "{found:?} {stopped:?}");
}

#[test]
fn names_of_an_error() {
    let named = |size: usize| {
        let names = each(size, |at| format!("const e{} = e{at};", at + 1));
        let last = format!("console.log(e{size}.response.status);");
        format!("export {{}};\ntry {{ await cio.identify('1', {{}}); }} catch (e0) {{ {names} {last} }}")
    };
    bound(named, "error-shape", 7, "this leads through too many steps");
}

#[test]
fn parts_of_a_name() {
    let parts = |size: usize| {
        let parts = each(size, |at| format!("+ x{at}"));
        format!("{CLIENT}await cio.track('1', {{ name: 'seen' {parts} }});")
    };
    let (found, stopped) = judged(&parts(250));
    assert!(found.contains(&"dynamic-event-name") && stopped.is_empty(), "{found:?} {stopped:?}");
    assert_eq!(judged(&parts(260)).1, ["values are nested too deeply"]);
}

#[test]
fn names_of_a_client_are_no_bound() {
    for size in [3, 5, 30] {
        let names = each(size, |at| format!("const c{} = c{at};", at + 1));
        let sent = format!("await c{size}.identify('1', {{ at: Date.now() }});");
        let (found, stopped) = judged(&format!("{CLIENT}export {{}};\nconst c0 = cio;\n{names}\n{sent}"));
        assert!(found.contains(&TIME) && stopped.is_empty(), "{size}: {found:?} {stopped:?}");
    }
}

#[test]
fn what_is_secret_inside_of_what_is_sent() {
    let inside = |size: usize| {
        let (open, close) = ("{ a: ".repeat(size), " }".repeat(size));
        format!("await cio.identify('1', {{ a: {open}{{ password: p }}{close} }});")
    };
    bound(inside, "sensitive-attribute", 10, "values are nested too deeply");
}

#[test]
fn comments_of_any_length() {
    for size in [10, 40_000] {
        let comment = format!("/** {} \n * @param {{import('customerio-node').TrackClient}} api */", "a".repeat(size));
        let text =
            format!("{comment}\nexport async function f(api) {{ await api.identify('1', {{ at: Date.now() }}); }}");
        let source =
            Source::parse(Rope::from_str(&text), Language::of_path(std::path::Path::new("a.js")).expect("JavaScript"));
        let judged = engine::judge(&source, None, &Settings::default(), Fixes::Computed);
        assert!(judged.found.iter().any(|it| it.rule == TIME), "{size}: {:?}", judged.found);
    }
}

#[test]
fn types_inside_types_of_comments() {
    let stopped = |size: usize| {
        let (open, close) = ("Array<".repeat(size), ">".repeat(size));
        let text = format!("/** @type {{{open}string{close}}} */\nexport let x;\nimport 'customerio-node';");
        let source =
            Source::parse(Rope::from_str(&text), Language::of_path(std::path::Path::new("a.js")).expect("JavaScript"));
        engine::judge(&source, None, &Settings::default(), Fixes::Computed).stopped.len()
    };
    assert_eq!((stopped(20), stopped(30)), (0, 1));
}

#[test]
fn files_that_imports_lead_to() {
    let judged = |size: usize| {
        let all = each(size, |at| format!("export * from './f{at}.ts';"));
        let cio = CLIENT.replace("const cio", "export const cio");
        let paths: Vec<String> = (0..size).map(|at| format!("/f{at}.ts")).collect();
        let mut files = vec![
            ("/a.ts", "import { cio } from './all.ts';\nawait cio.identify('1', { at: Date.now() });"),
            ("/all.ts", all.as_str()),
        ];
        files.extend(paths.iter().map(|path| (path.as_str(), "export {};")));
        files.last_mut().expect("a file").1 = &cio;
        let source = Source::parse(Rope::from_str(files[0].1), Language::TypeScript);
        let memory = Memory::new(files);
        let judged = engine::judge(&source, Some((FileId(0), &memory)), &Settings::default(), Fixes::Computed);
        let found = judged.found.iter().any(|it| it.rule == TIME);
        (found, judged.stopped.iter().map(|it| it.why).collect::<Vec<_>>())
    };
    assert_eq!(judged(1_998), (true, vec![]));
    // Which file is not looked at, is not said: the one that matters may be among those that are.
    assert_eq!(judged(1_999).1, ["its imports lead to too many files"]);
}
