//! Columns in the session's unit, lines by LF, CRLF and CR, whatever stands before.

use super::support::{Client, capabilities, fast, position, range};
use serde_json::{Value, json};

const URI: &str = "file:///a.ts";

/// (text before the finding on its line, columns in UTF-8, UTF-16, UTF-32)
const LINES: &[(&str, [u32; 3])] =
    &[("", [0, 0, 0]), ("é ", [3, 2, 2]), ("🙂 ", [5, 3, 2]), ("👩‍👩‍👧 ", [19, 9, 6]), ("𝒳é\u{301} ", [9, 5, 4])];

fn client_of(encoding: &str) -> Value {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!([encoding]);
    capabilities
}

#[tokio::test]
async fn findings_edits_and_actions_agree_on_columns() {
    for (unit, encoding) in ["utf-8", "utf-16", "utf-32"].into_iter().enumerate() {
        for newline in ["\n", "\r\n", "\r"] {
            for (before, columns) in LINES {
                let column = columns[unit];
                let mut client = Client::start(fast(), client_of(encoding)).await;
                client.open(URI, 1, &format!("\u{feff}'customerio'{newline}{before}BAD")).await;
                let push = client.pushed(URI).await;
                let found = range(1, column, column + 3);
                assert_eq!(push["diagnostics"][0]["range"], found, "{encoding} {newline:?} {before:?}");
                let actions = client.actions(URI, range(1, column + 1, column + 1), json!({})).await;
                assert_eq!(actions[0]["edit"]["documentChanges"][0]["edits"][0]["range"], found);
                // The same range comes back as an edit, and the finding is gone; typed again, it is back.
                client.change(URI, 2, &[(Some(found.clone()), "")]).await;
                assert_eq!(client.pushed(URI).await["diagnostics"], json!([]));
                client.change(URI, 3, &[(Some(range(1, column, column)), "BAD")]).await;
                assert_eq!(client.pushed(URI).await["diagnostics"][0]["range"], found);
            }
        }
    }
}

async fn started_with(params: Value) -> Client {
    let mut client = Client::connect(fast());
    client.initialize(params).await;
    client
}

#[tokio::test]
async fn a_client_that_announces_no_unit_may_name_it_in_its_options() {
    for (options, announced, column) in [
        (json!({ "positionEncoding": "utf-8" }), None, 5),
        (json!({ "positionEncoding": "utf-32" }), None, 2),
        (json!({ "positionEncoding": "utf-16" }), None, 3),
        (json!({ "positionEncoding": 8 }), None, 3),
        (json!(["utf-8"]), None, 3),
        // The client knows better.
        (json!({ "positionEncoding": "utf-8" }), Some(json!(["utf-16"])), 3),
        (json!({ "positionEncoding": "utf-32" }), Some(json!(["utf-8"])), 5),
        // Of several it gets the one that it names first.
        (json!({}), Some(json!(["utf-32", "utf-16"])), 2),
        (json!({}), Some(json!(["utf-16", "utf-8"])), 3),
        (json!({}), Some(json!(["utf-7", "utf-8", "utf-16"])), 5),
        (json!({}), Some(json!(["utf-7", 8])), 3),
    ] {
        let mut capabilities = capabilities();
        capabilities["general"] = json!({ "positionEncodings": announced });
        let params = json!({ "capabilities": capabilities, "initializationOptions": options });
        let mut client = started_with(params).await;
        client.open(URI, 1, "'customerio'\n🙂 BAD").await;
        assert_eq!(client.pushed(URI).await["diagnostics"][0]["range"], range(1, column, column + 3), "{options}");
    }
}

#[tokio::test]
async fn the_unit_of_columns_is_no_unknown_setting_unless_it_is_unknown() {
    for (unit, is_reported) in [("utf-8", false), ("utf-9", true)] {
        let options = json!({ "positionEncoding": unit });
        let params = json!({ "capabilities": capabilities(), "initializationOptions": options });
        let mut client = started_with(params).await;
        client.open(URI, 1, "'customerio'\nBAD").await;
        client.pushed(URI).await;
        // The settings are looked at beside the document.
        client.quiet().await;
        client.request("shutdown", Value::Null).await;
        let said = client.leftovers().iter().any(|message| message.to_string().contains("positionEncoding"));
        assert_eq!(said, is_reported, "{unit}");
    }
}

#[tokio::test]
async fn separators_that_are_no_line_breaks_of_the_protocol_break_no_line() {
    let mut client = Client::start(fast(), client_of("utf-16")).await;
    client.open(URI, 1, "'customerio'\u{2028}\u{85}\u{b}\u{c}BAD").await;
    assert_eq!(client.pushed(URI).await["diagnostics"][0]["range"], range(0, 16, 19));
}

#[tokio::test]
async fn a_byte_order_mark_is_a_character_of_the_first_line() {
    let mut client = Client::start(fast(), client_of("utf-16")).await;
    client.open(URI, 1, "\u{feff}BAD 'customerio'").await;
    assert_eq!(client.pushed(URI).await["diagnostics"][0]["range"], range(0, 1, 4));
}

#[tokio::test]
async fn an_edit_may_join_and_split_line_breaks() {
    let mut client = Client::start(fast(), client_of("utf-16")).await;
    client.open(URI, 1, "'customerio'\r\nBAD").await;
    client.pushed(URI).await;
    let crlf_to_cr = json!({ "start": position(0, 12), "end": position(1, 0) });
    client.change(URI, 2, &[(Some(crlf_to_cr), "\r")]).await;
    client.change(URI, 3, &[(Some(range(1, 0, 0)), "\n")]).await;
    client.change(URI, 4, &[(Some(range(1, 0, 0)), "é")]).await;
    assert_eq!(client.pushed_for(URI, 4).await["diagnostics"][0]["range"], range(1, 1, 4));
}
