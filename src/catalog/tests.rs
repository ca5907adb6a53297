//! Tests of the names in files.

use super::{Catalog, DataType, Kind, KnownName, uses};
use crate::engine;
use crate::settings::Settings;
use crate::source::Source;
use crate::syntax::Language;
use ropey::Rope;
use std::path::Path;

const HEAD: &str = r#"
import { APIClient, PipelinesClient, SendEmailRequest, SendPushRequest, TrackClient } from "customerio-node";
const cio = new TrackClient(a, b), api = new APIClient(c), cdp = new PipelinesClient(d);
"#;

/// The catalog of a file with `code` below imports and clients.
fn catalog(code: &str) -> Catalog {
    let source = Source::parse(Rope::from_str(&format!("{HEAD}{code}")), Language::TypeScript);
    let found = engine::inspect(&source, None, &Settings::default(), uses);
    Catalog::of([(Path::new("/p/a.ts").into(), found)])
}

/// The names, each with its kind: `event signed_up`.
fn names(code: &str) -> Vec<String> {
    catalog(code).entries.keys().map(|(kind, name)| format!("{} {name}", kind.as_str())).collect()
}

/// The keys and types of the data of the only name: `total?: number`.
fn data(code: &str) -> Vec<String> {
    let catalog = catalog(code);
    let entry = catalog.entries.values().next().expect("a name");
    let data = entry.data.as_ref().expect("data");
    let key = |(name, key): (&smol_str::SmolStr, &super::DataField)| {
        let mark = if key.optional { "?" } else { "" };
        let types: Vec<String> = key.types.iter().map(shown).collect();
        format!("{name}{mark}: {}", types.join(" | "))
    };
    let open = data.open.then(|| "…".to_owned());
    data.keys.iter().map(key).chain(open).collect()
}

fn shown(ty: &DataType) -> String {
    match ty {
        DataType::List(of) => format!("[{}]", of.iter().map(shown).collect::<Vec<_>>().join(" | ")),
        DataType::Object(data) => {
            format!("{{{}}}", data.keys.keys().map(|key| key.as_str()).collect::<Vec<_>>().join(", "))
        }
        ty => format!("{ty:?}").to_lowercase(),
    }
}

#[test]
fn events_of_every_way_to_send_them() {
    assert_eq!(names(r#"cio.track("1", { name: "a" });"#), ["event a"]);
    assert_eq!(names(r#"cio.trackAnonymous("anon", { name: "a" });"#), ["event a"]);
    assert_eq!(names(r#"cio.track("1", { name: x ? "a" : "b" });"#), ["event a", "event b"]);
    assert_eq!(
        names(r#"cio.entity({ type: "person", action: "event", identifiers: { id: 1 }, name: "a" });"#),
        ["event a"]
    );
    assert_eq!(
        names(r#"cio.batch([{ type: "person", action: "event", identifiers: { id: 1 }, name: "a" }]);"#),
        ["event a"]
    );
    assert_eq!(names(r#"cdp.track({ userId: "1", event: "a" });"#), ["event a"]);
    assert_eq!(names(r#"cdp.batch([{ type: "track", userId: "1", event: "a" }]);"#), ["event a"]);
}

#[test]
fn pages_screens_and_unknown_names_are_no_events() {
    assert!(names(r#"cio.track("1", { name: "/home", type: "page" });"#).is_empty());
    assert!(names(r#"cio.track("1", { name: "Home", type: kind });"#).is_empty());
    assert!(names(r#"cio.trackPageView("1", "/home");"#).is_empty());
    assert!(names(r#"cdp.page({ userId: "1", name: "Home" });"#).is_empty());
    assert!(names(r#"cio.track("1", { name });"#).is_empty());
    assert!(names(r#"cdp.batch([{ type: "identify", userId: "1" }]);"#).is_empty());
}

#[test]
fn composed_names_are_kept_as_they_are_written() {
    assert_eq!(names("cio.track(\"1\", { name: `order_${status}` });"), ["event `order_${status}`"]);
    assert_eq!(names(r#"cio.track("1", { name: "order_" + status });"#), [r#"event "order_" + status"#]);
}

#[test]
fn wrappers_are_named_where_they_are_called() {
    let code = "const send = (id: string, name: string, data = {}) => cio.track(id, { name: `app_${name}`, data });
send(\"1\", \"a\", { n: 1 });
send(\"1\", \"b\");";
    assert_eq!(names(code), ["event app_a", "event app_b"]);
    let catalog = catalog(code);
    let (_, entry) = catalog.of_kind(Kind::Event).next().expect("an event");
    let through = entry.uses[0].1.by.through.as_ref().expect("the wrapper");
    assert_eq!(through.name, "send");
    let data = entry.data.as_ref().expect("data");
    assert_eq!((data.keys.len(), data.open), (1, false));
}

#[test]
fn tests_name_nothing() {
    assert!(names(r#"jest.mock("./x"); cio.track("1", { name: "a" });"#).is_empty());
}

#[test]
fn attributes_and_topics() {
    assert_eq!(names(r#"cio.identify("1", { email: e, plan: "pro" });"#), ["attribute email", "attribute plan"]);
    assert_eq!(names(r#"cdp.identify({ userId: "1", traits: { plan: "pro" } });"#), ["attribute plan"]);
    assert_eq!(
        names(r#"cio.identify("1", { cio_subscription_preferences: { topics: { topic_1: true } } });"#),
        ["topic topic_1"]
    );
    for key in ["cio_subscription_preferences.topics.topic_1", "cio_subscription_preferences.topics"] {
        let value = if key.ends_with('1') { "true" } else { "{ topic_1: true }" };
        assert_eq!(names(&format!("cio.identify(\"1\", {{ \"{key}\": {value} }});")), ["topic topic_1"]);
    }
}

#[test]
fn messages_by_number_name_and_variable() {
    let request =
        |id: &str| names(&format!("new SendEmailRequest({{ transactional_message_id: {id}, to, identifiers }});"));
    assert_eq!(request("12"), ["message 12"]);
    assert_eq!(request("\"12\""), ["message 12"]);
    assert_eq!(request("\" welcome\""), ["message welcome"]);
    assert_eq!(request("process.env.WELCOME_ID"), ["message $WELCOME_ID"]);
    assert!(request("id").is_empty());
    assert!(request("0").is_empty());
    let catalog = catalog("new SendPushRequest({ transactional_message_id: process.env.A, identifiers });");
    assert_eq!(catalog.entries.keys().next(), Some(&(Kind::Message, KnownName::Environment("A".into()))));
}

#[test]
fn broadcasts_and_the_segments_in_filters() {
    assert_eq!(names("api.triggerBroadcast(7, { a: 1 }, { segment: { id: 3 } });"), ["broadcast 7", "segment 3"]);
    let nested =
        "api.triggerBroadcast(7, {}, { and: [{ segment: { id: 3 } }, { not: { or: [{ segment: { id: 4 } }] } }] });";
    assert_eq!(names(nested), ["broadcast 7", "segment 3", "segment 4"]);
    assert_eq!(names("cio.addCustomersToSegment(5, [\"1\"]);"), ["segment 5"]);
    assert_eq!(names("api.getCampaign(9);"), ["campaign 9"]);
    assert_eq!(names("api.sendNewsletter(4);"), ["newsletter 4"]);
}

#[test]
fn data_has_the_types_that_are_seen() {
    let track = |fields: &str| data(&format!("cio.track(\"1\", {{ name: \"a\", data: {{ {fields} }} }});"));
    assert_eq!(
        track(r#"s: "x", t: `${x}y`, c: String(x), u: x + "y""#),
        ["c: string", "s: string", "t: string", "u: string"]
    );
    assert_eq!(track("n: 1, m: -x, p: x * 2, q: Number(x)"), ["m: number", "n: number", "p: number", "q: number"]);
    assert_eq!(track("b: true, c: !x, d: x === y"), ["b: boolean", "c: boolean", "d: boolean"]);
    assert_eq!(track("d: new Date(), e: null, f: undefined"), ["d: date", "e: null", "f?: "]);
    assert_eq!(track("l: [1, \"a\"], o: { a: 1 }, x"), ["l: [string | number]", "o: {a}", "x: unknown"]);
    assert_eq!(track("...rest, a: 1"), ["a: number", "…"]);
    assert_eq!(track("...(x ? { a: 1 } : {})"), ["a?: number"]);
}

#[test]
fn data_has_the_types_that_are_declared() {
    let code = r#"
type Plan = "free" | "pro";
interface Order { id: string; total: number; gift?: boolean; placed: Date; tags: string[] }
export const f = (order: Order, plan: Plan, note?: string, max: number | null) =>
  cio.track("1", { name: "a", data: { i: order.id, t: order.total, g: order.gift, p: order.placed, l: order.tags, plan, note, max } });
"#;
    let wanted = [
        "g?: boolean | null",
        "i: string",
        "l: unknown",
        "max?: number | null",
        "note?: string | null",
        "p: date",
        "plan: string",
        "t: number",
    ];
    assert_eq!(data(code), wanted);
}

#[test]
fn a_key_that_one_place_lacks_is_optional() {
    let code = r#"
cio.track("1", { name: "a", data: { x: 1, y: "s" } });
cio.track("1", { name: "a", data: { x: "t" } });
"#;
    assert_eq!(data(code), ["x: string | number", "y?: string"]);
}
