//! Objects, enums, constants: where a value is found that is not written in the call.

use crate::support::{names, slots};

fn name_of(code: &str) -> Vec<String> {
    names(&format!(r#"import {{ TrackClient }} from "customerio-node"; const cio = new TrackClient("s", "k"); {code}"#))
}

#[test]
fn strings() {
    assert_eq!(name_of(r#"cio.track("1", { name: `e` });"#), ["e"]);
    assert_eq!(name_of(r#"const E = "e"; cio.track("1", { name: E });"#), ["e"]);
    assert_eq!(name_of(r#"const name = "e"; cio.track("1", { name });"#), ["e"]);
    assert_eq!(name_of(r#"enum E { A = "a" } cio.track("1", { name: E.A });"#), ["a"]);
    assert_eq!(name_of(r#"const E = { A: "a" } as const; cio.track("1", { name: E.A });"#), ["a"]);
    assert_eq!(name_of(r#"const E = { A: "a" } as const; cio.track("1", { name: E["A"] });"#), ["a"]);
    assert_eq!(name_of(r#"const E = Object.freeze({ A: "a" }); cio.track("1", { name: E.A });"#), ["a"]);
    assert_eq!(name_of(r#"class E { static A = "a" } cio.track("1", { name: E.A });"#), ["a"]);
    assert_eq!(name_of(r#"const p = "x"; cio.track("1", { name: `${p}_y` });"#), ["x_y"]);
    assert_eq!(name_of(r#"cio.track("1", { name: a ? "x" : "y" });"#), ["x", "y"]);
    assert_eq!(name_of(r#"for (const n of ["x", "y"]) cio.track("1", { name: n });"#), ["x", "y"]);
    assert_eq!(name_of(r#"cio.track("1", { name: "A\u0042" });"#), ["AB"]);
    assert_eq!(name_of(r#"cio.track("1", { name: n });"#), [""; 0]);
    assert_eq!(name_of(r#"cio.track("1", { name: `e_${id}` });"#), [""; 0]);
    assert_eq!(name_of(r#"let n = "a"; n = "b"; cio.track("1", { name: n });"#), [""; 0]);
}

#[test]
fn objects() {
    assert_eq!(name_of(r#"const o = { name: "e" }; cio.track("1", o);"#), ["e"]);
    assert_eq!(name_of(r#"const o = { name: "e" }; cio.track("1", { ...o, data: 1 });"#), ["e"]);
    assert_eq!(name_of(r#"cio.track("1", { ...(a && { name: "e" }) });"#), ["e"]);
    assert_eq!(name_of(r#"const o = {}; o["name"] = "e"; cio.track("1", o);"#), ["e"]);
    assert_eq!(name_of(r#"const o: any = {}; o.name = "e"; cio.track("1", o);"#), ["e"]);
    assert_eq!(name_of(r#"const K = "name"; cio.track("1", { [K]: "e" });"#), ["e"]);
    assert_eq!(name_of(r#"const make = (n: string) => ({ name: n }); cio.track("1", make("e"));"#), ["e"]);
    assert_eq!(name_of(r#"cio.track("1", { name: "a", ["name"]: "b" });"#), ["b"]);
    assert_eq!(name_of(r#"cio.track("1", Object.assign({}, { name: "e" }));"#), ["e"]);
    assert_eq!(name_of(r#"const o = { name: "a" }; cio.track("1", Object.assign({}, o, { name: "e" }));"#), ["e"]);
    assert_eq!(name_of(r#"cio.track("1", Object.assign(new Event(), { name: "e" }));"#), [""; 0]);
}

#[test]
fn pages_are_no_events() {
    assert_eq!(name_of(r#"cio.track("1", { name: "/a", type: "page" });"#), [""; 0]);
    assert_eq!(name_of(r#"cio.track("1", { name: "/a", type });"#), [""; 0]);
    assert_eq!(name_of(r#"cio.track("1", { name: "a", type: "event" });"#), ["a"]);
    assert_eq!(name_of(r#"cio.trackPageView("1", "/a");"#), [""; 0]);
}

#[test]
fn anonymous_and_batches() {
    assert_eq!(name_of(r#"cio.trackAnonymous("x", { name: "a" });"#), ["a"]);
    assert_eq!(name_of(r#"cio.trackAnonymous({ name: "a" });"#), ["a"]);
    assert_eq!(
        name_of(
            r#"cio.batch([{ type: "person", action: "event", name: "a" }, { type: "person", action: "page", name: "b" }]);"#
        ),
        ["a"]
    );
    assert_eq!(name_of(r#"cio.entity({ type: "person", action: "event", name: "a" });"#), ["a"]);
}

#[test]
fn where_it_is_marked_and_mended() {
    let text = r#"import { TrackClient } from "customerio-node"; const cio = new TrackClient("s", "k");
        const now = Date.now(); console.log(now);
        const attrs = { created_at: Date.now() };
        const at = Date.now();
        cio.identify("1", { created_at: now });
        cio.identify("1", attrs);
        cio.track("1", { name: "e", timestamp: at });
        const timestamp = Date.now(); log(timestamp); cio.track("1", { name: "e", timestamp });"#;
    let found = slots(text);
    let case = |i: usize| &found[i].cases[0];
    let mended = |i: usize| {
        let repair = case(i).repair.clone().unwrap();
        (customerio_ls::testing::text::apply_edits(text, &repair.edits).unwrap(), repair.safe)
    };
    assert_eq!(&text[case(0).at.as_range()], "now");
    assert_eq!(&text[case(0).origin.clone().unwrap().range.as_range()], "Date.now()");
    assert!(mended(0).0.contains("{ created_at: Math.floor(now / 1000) }"), "logged too: mended at the use");
    assert_eq!(&text[case(1).at.as_range()], "attrs");
    assert_eq!(
        mended(1),
        (text.replace("{ created_at: Date.now() }", "{ created_at: Math.floor(Date.now() / 1000) }"), true)
    );
    assert!(mended(2).0.contains("const at = Math.floor(Date.now() / 1000);"), "every use wants it");
    assert!(mended(3).0.contains("timestamp: Math.floor(timestamp / 1000) });"));
}
