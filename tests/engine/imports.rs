//! Every way of importing the SDK, and what only looks like it.

use crate::support::{events_in, names};
use customerio_ls::testing::syntax::Language;

/// The event is seen: the client is known.
fn seen(text: &str) {
    assert_eq!(names(text), ["e"], "{text}");
}

fn unseen(text: &str) {
    assert_eq!(names(text), [""; 0], "{text}");
}

const TRACK: &str = r#"cio.track("1", { name: "e" });"#;

#[test]
fn named() {
    seen(&format!(
        r#"import {{ TrackClient }} from "customerio-node"; const cio = new TrackClient("a", "b"); {TRACK}"#
    ));
    seen(&format!(r#"import {{ TrackClient as T }} from 'customerio-node'; const cio = new T("a", "b"); {TRACK}"#));
    seen(&format!(
        r#"import {{ APIClient, TrackClient }} from "customerio-node"; const cio = new TrackClient(); {TRACK}"#
    ));
}

#[test]
fn namespace_and_default() {
    seen(&format!(r#"import * as c from "customerio-node"; const cio = new c.TrackClient("a", "b"); {TRACK}"#));
    seen(&format!(r#"import c from "customerio-node"; const cio = new c.TrackClient("a", "b"); {TRACK}"#));
    seen(&format!(r#"import c = require("customerio-node"); const cio = new c.TrackClient("a", "b"); {TRACK}"#));
}

#[test]
fn legacy_class() {
    seen(&format!(r#"import CIO from "customerio-node"; const cio = new CIO("a", "b"); {TRACK}"#));
    seen(&format!(r#"const CIO = require("customerio-node"); const cio = new CIO("a", "b"); {TRACK}"#));
    seen(&format!(r#"const CIO = require("customerio-node/track"); let cio = new CIO("a", "b"); {TRACK}"#));
    seen(&format!(r#"import CIO = require("customerio-node"); const cio = new CIO("a", "b"); {TRACK}"#));
}

#[test]
fn required() {
    seen(&format!(r#"const {{ TrackClient }} = require("customerio-node"); const cio = new TrackClient(); {TRACK}"#));
    seen(&format!(r#"const {{ TrackClient: T }} = require("customerio-node"); const cio = new T(); {TRACK}"#));
    seen(&format!(r#"const c = require("customerio-node"); const cio = new c.TrackClient(); {TRACK}"#));
    seen(
        r#"function f() { const { TrackClient } = require("customerio-node"); const cio = new TrackClient(); return cio.track("1", { name: "e" }); }"#,
    );
    seen(r#"const cio = new (require("customerio-node").TrackClient)("a", "b"); cio.track("1", { name: "e" });"#);
}

#[test]
fn loaded_later() {
    seen(
        r#"async function f() { const { TrackClient } = await import("customerio-node"); const cio = new TrackClient(); await cio.track("1", { name: "e" }); }"#,
    );
    seen(
        r#"async function f() { const c = await import("customerio-node"); const cio = new c.TrackClient(); await cio.track("1", { name: "e" }); }"#,
    );
    seen(r#"const cio = new (await import("customerio-node")).TrackClient(); cio.track("1", { name: "e" });"#);
}

#[test]
fn deep_and_mid_file() {
    seen(&format!(
        r#"import {{ TrackClient }} from "customerio-node/dist/lib/track"; const cio = new TrackClient(); {TRACK}"#
    ));
    seen(&format!(
        r#"const a = 1; import {{ TrackClient }} from "customerio-node"; const cio = new TrackClient(); {TRACK}"#
    ));
}

#[test]
fn types_alone_are_no_values() {
    unseen(&format!(r#"import type {{ TrackClient }} from "customerio-node"; const cio = new TrackClient(); {TRACK}"#));
    seen(
        r#"import type { TrackClient } from "customerio-node"; function f(cio: TrackClient) { cio.track("1", { name: "e" }); }"#,
    );
    seen(
        r#"import { type TrackClient } from "customerio-node"; function f(cio: TrackClient) { cio.track("1", { name: "e" }); }"#,
    );
}

#[test]
fn namesakes() {
    unseen(&format!(r#"class TrackClient {{}} const cio = new TrackClient(); {TRACK}"#));
    unseen(&format!(r#"import {{ TrackClient }} from "../customerio-node"; const cio = new TrackClient(); {TRACK}"#));
    unseen(&format!(r#"import {{ TrackClient }} from "customerio-node-fork"; const cio = new TrackClient(); {TRACK}"#));
    unseen(&format!(r#"import Analytics from "@segment/analytics-node"; const cio = new Analytics(); {TRACK}"#));
    unseen(
        r#"import { TrackClient } from "customerio-node"; { class TrackClient {} const cio = new TrackClient(); cio.track("1", { name: "e" }); }"#,
    );
}

#[test]
fn both_grammars() {
    let text = r#"import { TrackClient } from "customerio-node"; const cio = new TrackClient(); export const A = () => <b onClick={() => cio.track("1", { name: "e" })}>{x}</b>;"#;
    assert_eq!(events_in(text, Language::Tsx).len(), 1);
    seen(
        r#"import { TrackClient } from "customerio-node"; const cio = <any>new TrackClient(); cio.track("1", { name: "e" });"#,
    );
}
