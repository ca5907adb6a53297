//! Tests of what is read of an account, what is reported, and which list overrides which.

use super::*;
use crate::settings::tests::{files, load, problems};
use crate::settings::{Editor, FILE_NAME, Loader, Settings};
use serde_json::json;
use std::path::Path;

/// The account of one `customerio.json`, which has no mistakes.
fn account(text: &str) -> Account {
    let loaded = load(&files(&[(FILE_NAME, text)]), "a.ts");
    assert_eq!(*loaded.problems, []);
    loaded.settings.account.clone()
}

#[test]
fn events_are_names_and_globs() {
    let events = account(r#"{ "account": { "events": ["signed_up", " Order * ", "Weird [Name"] } }"#).events.unwrap();
    for name in ["signed_up", "Order Placed", "Weird [Name"] {
        assert!(events.has(name) && !events.lacks(name), "{name}");
    }
    for name in ["Signed_up", "order placed", "Weird"] {
        assert!(events.lacks(name) && !events.has(name), "names are compared letter by letter: {name}");
    }
    assert_eq!(events.names().collect::<Vec<_>>(), ["signed_up"]);
}

#[test]
fn messages_have_numbers_trigger_names_and_data() {
    let text = r#"{ "account": { "messages": [
        { "id": 12, "triggerName": "Welcome", "name": "Welcome email",
          "data": ["first_name", { "name": "order.total", "optional": true }, { "name": "url" }] },
        { "id": 13, "triggerName": null },
    ] } }"#;
    let messages = account(text).messages.unwrap();
    let welcome = messages.triggered_by("welcome").unwrap();
    assert_eq!(Some(welcome), messages.with_id(12));
    assert_eq!(welcome.name.as_deref(), Some("Welcome email"));
    let key = |path: &[&str], is_optional| DataKey { path: path.iter().map(|p| p.to_string()).collect(), is_optional };
    let data = [key(&["first_name"], false), key(&["order", "total"], true), key(&["url"], false)];
    assert_eq!(welcome.data.as_deref(), Some(&data[..]));
    assert_eq!(messages.with_id(13).unwrap().data, None);
    assert!(messages.lacks_id(14) && !messages.lacks_id(13));
    assert!(messages.lacks_trigger("welcom") && !messages.lacks_trigger("WELCOME"));
}

#[test]
fn what_is_not_said_of_a_message_may_be_anything() {
    let messages = account(r#"{ "account": { "messages": [{ "id": 12 }, { "triggerName": "receipt" }] } }"#).messages;
    let messages = messages.unwrap();
    assert!(!messages.lacks_id(13), "it may be the number of the second");
    assert!(!messages.lacks_trigger("welcome"), "it may be the trigger name of the first");
}

#[test]
fn a_list_with_a_mistake_does_not_say_what_the_account_lacks() {
    let text = r#"{ "account": { "events": ["signed_up", 3], "messages": [{ "id": 12, "triggerName": "a" }, { "name": "b" }] } }"#;
    let dir = files(&[(FILE_NAME, text)]);
    let loaded = load(&dir, "a.ts");
    assert_eq!(loaded.problems.len(), 2);
    let Account { events, messages, .. } = loaded.settings.account.clone();
    let (events, messages) = (events.unwrap(), messages.unwrap());
    assert!(events.has("signed_up") && !events.lacks("signed_in"));
    assert!(messages.with_id(12).is_some() && !messages.lacks_id(13) && !messages.lacks_trigger("c"));
}

#[test]
fn each_mistake_is_told_where_it_stands() {
    let in_account = |inner: &str| problems(&format!(r#"{{ "account": {{ {inner} }} }}"#));
    assert_eq!(problems(r#"{ "account": [] }"#), [r#"1:14: "account" must be an object, not an array"#]);
    assert_eq!(in_account(r#""event": []"#), [r#"1:16: "account" has no list "event"; did you mean "events"?"#]);
    assert_eq!(in_account(r#""events": "x""#), [r#"1:26: "events" must be an array of names, not a string"#]);
    assert_eq!(
        in_account(r#""events": [{}, " "]"#),
        [
            r#"1:27: an entry of "events" must be a string, not an object"#,
            r#"1:31: an entry of "events" must not be empty"#
        ]
    );
    let in_message = |inner: &str| in_account(&format!(r#""messages": [{{ {inner} }}]"#));
    assert_eq!(
        in_account(r#""messages": ["welcome"]"#),
        [r#"1:29: an entry of "messages" must be an object, not a string"#]
    );
    assert_eq!(in_message(r#""name": "a""#), [r#"1:29: a message needs its "id" or its "triggerName""#]);
    assert_eq!(in_message(r#""id": "12""#), [r#"1:37: the "id" of a message must be a number, not a string"#]);
    for id in ["0", "1.5", "-3", "0x1f"] {
        let told = in_message(&format!(r#""id": {id}"#));
        assert_eq!(told, [r#"1:37: the "id" of a message must be a whole number above 0"#], "{id}");
    }
    assert_eq!(
        in_message(r#""id": 1, "trigger": "a""#),
        [r#"1:40: a message has no key "trigger"; did you mean "triggerName"?"#]
    );
    assert_eq!(
        in_account(r#""messages": [{ "id": 1 }, { "id": 1 }, { "triggerName": "a" }, { "triggerName": "A" }]"#),
        [
            "1:42: another message of the list has the same id; the first one counts",
            "1:79: another message of the list has the same trigger name; the first one counts"
        ]
    );
    let in_data = |inner: &str| in_message(&format!(r#""id": 1, "data": [{inner}]"#));
    assert_eq!(
        in_message(r#""id": 1, "data": {}"#),
        [r#"1:48: the "data" of a message must be an array of keys, not an object"#]
    );
    assert_eq!(in_data(r#"{ "optional": true }"#), [r#"1:49: a key of "data" needs its "name""#]);
    assert_eq!(
        in_data(r#"{ "name": "a", "optinal": true }"#),
        [r#"1:64: a key of "data" has no "optinal"; did you mean "optional"?"#]
    );
    assert_eq!(
        in_data(r#"{ "name": "a", "optional": 1 }"#),
        [r#"1:76: "optional" must be true or false, not a number"#]
    );
    assert_eq!(
        in_data(r#""trigger.url", "a..b", 3, "items[0].sku""#),
        [
            r#"1:49: write the key as it stands in "message_data": "url""#,
            r#"1:64: "a..b" is no key; one inside another is written "order.total""#,
            r#"1:72: a key of "data" must be a name or an object with "name" and "optional", not a number"#,
            r#"1:75: "items[0].sku" is no key; of what is in a list, name the list: "items""#
        ]
    );
}

#[test]
fn a_list_may_stand_in_a_file_of_its_own_and_a_nearer_one_replaces_it() {
    let dir = files(&[
        ("customerio.account.json", r#"{ "account": { "events": ["a"], "messages": [{ "id": 1 }] } }"#),
        (FILE_NAME, r#"{ "extends": "./customerio.account.json", "preset": "strict" }"#),
        ("b/customerio.json", r#"{ "account": { "events": ["b"] } }"#),
    ]);
    let of = |document: &str| {
        let loaded = load(&dir, document);
        assert_eq!(*loaded.problems, []);
        loaded.settings.account.clone()
    };
    assert!(of("x.ts").events.unwrap().has("a"));
    let nearer = of("b/x.ts");
    assert!(nearer.events.is_some_and(|events| events.has("b") && !events.has("a")), "the nearest list counts alone");
    assert!(nearer.messages.unwrap().with_id(1).is_some(), "each list by itself");
}

#[test]
fn an_editor_says_it_too() {
    let settings = |value| -> Settings {
        let loaded = Loader::new().load(None, &Editor::new(&value, Path::new("/")));
        assert_eq!(*loaded.problems, []);
        (*loaded.settings).clone()
    };
    let value = json!({ "customerio": { "account": { "events": ["a"], "messages": null } } });
    let account = settings(value).account;
    assert!(account.events.is_some_and(|events| events.has("a")));
    assert_eq!(account.messages, None);
    assert_eq!(settings(json!({ "account": null })).account, Account::default());
}
