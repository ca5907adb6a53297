//! Functions that run where they are written, inside one another: twice the depth takes about twice the steps, and the call
//! in the middle is seen.

use crate::shapes::CLIENT;
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::{Files, Model};
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

/// What stands around the call, once for each level: before it and behind it.
pub const NESTED: &[(&str, &str, &str)] = &[
    ("functions", "(function () { ", " })();"),
    ("arrows", "(() => { ", " })();"),
    ("arrows that are waited for", "await (async () => { ", " })();"),
    ("arrows with what they are given", "((id) => { ", " })(id);"),
    ("functions with what they are given", "(function (id, more) { ", " })(id, more);"),
    ("arrows with a default", "((id = 1) => { ", " })();"),
    ("functions called on something", "(function () { ", " }).call(this);"),
    ("negated functions", "!function () { ", " }();"),
    ("functions that return", "return (function () { ", " })();"),
    ("values of functions", "const v = (() => { ", " return 1; })();"),
    ("callbacks", "run(() => { ", " });"),
    ("callbacks with what they are given", "run((id) => { ", " });"),
    ("callbacks for each", "ids.forEach((id) => { ", " });"),
    ("mapped lists", "ids.map((id) => ", ")"),
    ("promises", "new Promise((resolve) => { ", " });"),
    ("what comes next", "run().then((id) => { ", " });"),
    ("methods of classes", "new (class { constructor() { ", " } })();"),
    ("static blocks", "class A { static { ", " } }"),
    ("fields", "class A { a = () => { ", " }; }"),
    ("tries", "try { ", " } catch (error) { log(error); }"),
    ("tries in functions", "(async () => { try { ", " } catch (error) { log(error); } })();"),
];

/// The same, for code that is too much to be followed to the end: that is said.
const MANY: &[(&str, &str, &str)] = &[
    ("arrows with expressions", "(() => ", ")()"),
    ("arrows with expressions and what they are given", "((id) => ", ")(id)"),
    ("what comes next, returned", "run().then((id) => ", ")"),
    ("functions declared and called", "function f() { ", " } f();"),
    ("arrows declared and called", "const f = (id) => { ", " }; f(id);"),
];

/// How many steps each function takes at the most that is called by its name.
const MOST: u64 = 1_500;

/// Code of one kind.
pub fn nested((_, open, close): (&str, &str, &str), depth: usize) -> String {
    let call = "cio.identify('1', { at: Date.now() })";
    let is_statement = close.trim_end().ends_with([';', '}']) && !open.ends_with("=> ") && !open.contains("=> ids");
    let call = if is_statement && open.trim_end().ends_with('{') { format!("void {call};") } else { call.to_owned() };
    let (open, close) = (format!("{open}\n").repeat(depth), format!("{close}\n").repeat(depth));
    format!("{CLIENT}export async function main(id, more, ids, run, log) {{\n{open}{call}\n{close}\n}}\n")
}

/// Returns what judging a text takes, whether it was judged to the end, and whether the call was seen.
fn judged(text: &str) -> (u64, Vec<&'static str>, bool) {
    let source = Source::parse(Rope::from_str(text), Language::TypeScript);
    let files = Files::alone(source.facts.clone());
    let model = Model::new(&source.rope, &files, None);
    let found = customerio_ls::testing::rules::run(&model, &Settings::default(), Fixes::Computed);
    let is_seen = found.iter().any(|it| it.rule == "timestamp-milliseconds");
    (model.steps(), model.stopped().iter().map(|it| it.why).collect(), is_seen)
}

#[test]
fn twice_the_depth_is_about_twice_the_steps() {
    let mut wrong = Vec::new();
    for kind in NESTED {
        let [small, large] = [20, 40].map(|depth| judged(&nested(*kind, depth)));
        if large.0 > small.0 * 5 / 2 + 40 || !large.1.is_empty() || !large.2 {
            wrong.push(format!("{}: {small:?}, and {large:?} for twice the depth", kind.0));
        }
    }
    assert!(wrong.is_empty(), "steps, why they ended, whether the call was seen:\n{}", wrong.join("\n"));
}

#[test]
fn what_is_not_followed_to_the_end_is_said() {
    for kind in MANY {
        for depth in [40, 60] {
            let (steps, stopped, is_seen) = judged(&nested(*kind, depth));
            let is_told =
                stopped.iter().all(|why| why.contains("too many steps") || why.contains("too many functions"));
            assert!(!stopped.is_empty() && is_told && is_seen, "{}: {stopped:?}", kind.0);
            assert!(steps <= MOST * depth as u64, "{}: {steps} steps for {depth} levels", kind.0);
        }
    }
}

#[test]
fn what_a_function_is_given_where_it_is_written_is_known() {
    let seen = |text: &str| judged(&format!("{CLIENT}{text}")).2;
    for text in [
        "((id, at) => { void cio.identify(id, { at }); })('1', Date.now());",
        "(async function (id, at) { await cio.identify(id, { at }); })('1', Date.now());",
        "((api) => { void api.identify('1', { at: Date.now() }); })(cio);",
        "((api) => ((inner) => { void inner.identify('1', { at: Date.now() }); })(api))(cio);",
        "function f(at) { ((given) => { void cio.identify('1', { at: given }); })(at); }\nf(Date.now());",
        "(({ api }) => { void api.identify('1', { at: Date.now() }); })({ api: cio });",
        "((id, at = Date.now()) => { void cio.identify(id, { at }); })('1');",
    ] {
        assert!(seen(text), "{text}");
    }
    for text in [
        "((at) => { void cio.identify('1', { at }); at = 3; })(Date.now());",
        "(function again(id, at) { void cio.identify(id, { at }); again(id, 3); })(...given);",
        "((...all) => { void cio.identify('1', { at: all[1] }); })(Date.now());",
        "((id, at) => { void cio.identify(id, { at }); })(...given, Date.now());",
        "((at = Date.now()) => { void cio.identify('1', { at }); })(3);",
    ] {
        assert!(!seen(text), "{text}");
    }
}
