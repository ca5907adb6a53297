//! Code that stands in code, of every kind, deeper than a stack without guards: nothing overflows, and twice the depth
//! takes about twice the time.

use super::{HEAD, judged, too_fast};
use std::time::{Duration, Instant};

/// Deep enough for a stack without guards to overflow.
const DEEP: usize = 2_500;
/// Below every bound: all of it is looked at.
const SHALLOW: usize = 100;
/// What takes less tells nothing: the stack that grows is more.
const LEAST: Duration = Duration::from_millis(20);

/// What is opened, what stands in the middle, and what is closed.
const KINDS: &[(&str, &str, &str, &str)] = &[
    ("classes", "class A { m() { ", "", " } }"),
    ("class expressions", "x = class { a = ", "1", " }"),
    ("objects", "({ a: ", "1", " })"),
    ("arrays", "[", "1", "]"),
    ("parentheses", "(", "1", ")"),
    ("functions", "function f() { ", "", " }"),
    ("arrows", "() => ", "1", ""),
    ("blocks", "{ ", "", " }"),
    ("branches", "a ? b : ", "c", ""),
    ("tests", "a ? ", "b", " : c"),
    ("templates", "`a${", "1", "}`"),
    ("members", "", "a", ".b"),
    ("optional members", "", "a", "?.b"),
    ("calls", "f(", "1", ")"),
    ("curried calls", "", "f", "(1)"),
    ("alternatives", "if (a) { } else ", "{ }", ""),
    ("conditions", "if (a) ", ";", ""),
    ("loops", "for (;;) ", ";", ""),
    ("switches", "switch (a) { case 1: ", "", " }"),
    ("tries", "try { ", "", " } catch { }"),
    ("promises", "", "cio.track(\"u\", { name: \"a\" })", ".then(() => 1)"),
    ("promises within", "", "p", ".then(() => cio.track(\"u\", { name: \"a\" }))"),
    ("generics", "let v: Array<", "TrackClient", ">"),
    ("object types", "type T = { a: ", "1", " }"),
    ("function types", "type T = () => ", "1", ""),
    ("parameters of types", "type T = (a: ", "1", ") => 1"),
    ("conditional types", "type T = A extends B ? C : ", "1", ""),
    ("list types", "let v: TrackClient", "", "[]"),
    ("sums", "1 + ", "1", ""),
    ("defaults", "a ?? ", "1", ""),
    ("assignments", "x = ", "1", ""),
    ("negations", "!", "1", ""),
    ("patterns", "const { a: ", "b", " } = c"),
    ("spreads", "[...", "a", "]"),
    ("namespaces", "namespace A { ", "", " }"),
    ("called at once", "(function () { ", "", "})()"),
    ("arrows called at once", "(() => { ", "", " })();"),
    ("called at once with arguments", "((a, b) => { ", "", " })(1, b);"),
    ("expressions called at once", "((a) => ", "1", ")(a)"),
    ("awaited at once", "await (async () => { ", "", " })();"),
    ("made at once", "new (class { constructor(a) { ", "", " } })(1);"),
    ("declared and called", "function f(a) { ", "", " } f(a);"),
    ("callbacks", "f((a) => { ", "", " });"),
    ("callbacks for each", "a.forEach((a) => { ", "", " });"),
    ("never closed", "f(", "", ""),
    ("never closed blocks", "function f() { ", "", ""),
    ("never opened", "", "", ")"),
    ("begun comments", "/*", "", "*/"),
];

/// The same piece many times, some on each line. Only the first one declares.
fn pieces(piece: &str, count: usize) -> String {
    const ON_A_LINE: usize = 20;
    let mut text = String::new();
    for number in 0..count {
        text += piece;
        if number % ON_A_LINE == ON_A_LINE - 1 {
            text.push('\n');
        }
    }
    text
}

fn nested((_, open, middle, close): (&str, &str, &str, &str), depth: usize) -> String {
    // What declares a variable or a type stands before the first one alone.
    let (before, open) = match ["type T = ", "let v: ", "const "].iter().find(|it| open.starts_with(**it)) {
        Some(start) => (*start, &open[start.len()..]),
        None => ("", open),
    };
    let (close, after) = match close.strip_suffix(" = c") {
        Some(close) => (close, " = c"),
        None => (close, ""),
    };
    let (open, close) = (pieces(open, depth), pieces(close, depth));
    format!("{HEAD}{before}{open}{middle}{close}{after}\ncio.track(\"end\", {{ name: \"b\" }});\n")
}

#[test]
fn twice_as_deep_takes_twice_as_long() {
    let mut slow = Vec::new();
    for (kind, depth) in KINDS.iter().flat_map(|kind| [(kind, SHALLOW), (kind, DEEP)]) {
        let ratios = too_fast(depth, |depth| {
            let text = nested(*kind, depth);
            let begun = Instant::now();
            std::hint::black_box(judged(&text));
            begun.elapsed().max(LEAST)
        });
        slow.extend(ratios.map(|ratios| format!("{} {depth}: {ratios:.1?}", kind.0)));
    }
    assert!(slow.is_empty(), "twice the depth takes as many times as long:\n{}", slow.join("\n"));
}
