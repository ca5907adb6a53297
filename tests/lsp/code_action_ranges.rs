//! Code actions belong to the findings that the range touches, whatever the client echoes of them.

use super::support::{Client, capabilities, fast, position, range};
use serde_json::{Value, json};

const URI: &str = "file:///a.ts";
const TEXT: &str = "'customerio';\n🙂(BAD);\n\nWORSE;\n";

async fn opened() -> Client {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, TEXT).await;
    client
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().filter(|a| a["kind"] == "quickfix").map(|a| a["title"].as_str().expect("text")).collect()
}

const OF_BAD: [&str; 3] =
    ["Write GOOD", "Disable timestamp-milliseconds for this line", "Disable timestamp-milliseconds for this file"];

#[tokio::test]
async fn a_cursor_a_part_and_the_whole_of_it_will_do() {
    let mut client = opened().await;
    let around = json!({ "start": position(0, 3), "end": position(2, 0) });
    for range in [range(1, 5, 5), range(1, 6, 6), range(1, 8, 8), range(1, 6, 7), range(1, 0, 99), around] {
        for context in [json!({}), json!({ "diagnostics": [] }), json!({ "diagnostics": null }), Value::Null] {
            let actions = client.actions(URI, range.clone(), context).await;
            assert_eq!(titles(&actions), OF_BAD, "{range}");
        }
    }
    let actions = client.actions(URI, range(2, 0, 0), json!({ "diagnostics": [] })).await;
    assert_eq!(titles(&actions), [] as [&str; 0]);
}

#[tokio::test]
async fn the_fix_is_preferred_and_names_its_diagnostic() {
    let mut client = opened().await;
    let shown = client.pushed(URI).await["diagnostics"][0].take();
    let actions = client.actions(URI, range(1, 5, 5), json!({ "diagnostics": [] })).await;
    assert_eq!((&actions[0]["isPreferred"], &actions[0]["diagnostics"]), (&json!(true), &json!([shown])));
    assert!(actions.len() > 1);
    assert!(actions[1..].iter().all(|action| action.get("isPreferred").is_none()));
}

#[tokio::test]
async fn the_diagnostics_of_the_request_are_answered() {
    let mut client = opened().await;
    let whole = json!({ "start": position(0, 0), "end": position(4, 0) });
    let all = client.actions(URI, whole.clone(), json!({ "diagnostics": [] })).await;
    assert_eq!(titles(&all)[..2], ["Write GOOD", "Write BETTER"]);
    // Some clients keep no more than this, and some send more that cannot be read.
    let code = json!({ "code": "event-name-snake-case", "message": "WORSE is wrong\nWrite something else.", "range": range(3, 0, 5) });
    let plain = json!({ "message": "WORSE is wrong", "range": range(3, 0, 5) });
    for echo in [code, plain] {
        let context = json!({ "diagnostics": [{ "range": "here" }, echo] });
        for range in [range(3, 0, 0), range(3, 2, 3), json!({ "start": position(1, 0), "end": position(4, 0) })] {
            let actions = client.actions(URI, range, context.clone()).await;
            let expected = [
                "Write BETTER",
                "Disable event-name-snake-case for this line",
                "Disable event-name-snake-case for this file",
            ];
            assert_eq!(titles(&actions), expected);
        }
        // This is what Kate sends for one key, and it applies all that it is given.
        assert_eq!(titles(&client.actions(URI, whole.clone(), context).await), ["Write BETTER"]);
    }
    // One that is not there any more, or was never ours.
    let gone = json!({ "diagnostics": [{ "code": "event-name-snake-case", "message": "x", "range": range(2, 0, 0) }] });
    assert_eq!(titles(&client.actions(URI, range(1, 5, 5), gone.clone()).await), OF_BAD);
    assert_eq!(client.actions(URI, whole, gone).await, [] as [Value; 0]);
}

#[tokio::test]
async fn all_that_a_request_gives_may_be_applied_but_for_alternatives() {
    const MANY: &str = "'customerio';\nBAD; WORSE; BAD;\nTWICE;\nBAD; DUNNO;\n";
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, MANY).await;
    let whole = json!({ "start": position(0, 0), "end": position(5, 0) });
    for range in [whole, range(1, 0, 99), range(3, 0, 99), range(1, 5, 5)] {
        let actions = client.actions(URI, range, json!({ "diagnostics": [] })).await;
        assert!(!actions.is_empty());
        let places = |action: &Value| -> Vec<(u64, u64, u64)> {
            let edits = action["edit"]["documentChanges"][0]["edits"].as_array().expect("edits").clone();
            let number = |value: &Value| value.as_u64().expect("a number");
            let place = |edit: &Value| {
                let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
                assert_eq!(start["line"], end["line"]);
                (number(&start["line"]), number(&start["character"]), number(&end["character"]))
            };
            edits.iter().map(place).collect()
        };
        for (at, one) in actions.iter().enumerate() {
            for other in &actions[..at] {
                let about = |action: &Value| action["diagnostics"].as_array().cloned().unwrap_or_default();
                let alternatives = about(one).iter().any(|diagnostic| about(other).contains(diagnostic));
                let meet =
                    |a: &(u64, u64, u64), b: &(u64, u64, u64)| a.0 == b.0 && (a == b || (a.1 < b.2 && b.1 < a.2));
                let apart = places(one).iter().all(|one| !places(other).iter().any(|other| meet(one, other)));
                assert!(alternatives || apart, "{one}\n{other}");
            }
        }
    }
    let both = client.actions(URI, range(3, 0, 99), json!({ "only": ["quickfix"] })).await;
    assert!(titles(&both).contains(&"Disable timestamp-milliseconds and wrong-api-key for this line"), "{both:?}");
}

#[tokio::test]
async fn what_needs_a_decision_is_not_offered() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, "'customerio'; DUNNO").await;
    let actions = client.actions(URI, range(0, 14, 14), json!({})).await;
    assert_eq!(titles(&actions), ["Disable wrong-api-key for this line", "Disable wrong-api-key for this file"]);
}

#[tokio::test]
async fn wild_ranges_are_no_error() {
    let mut client = opened().await;
    let far = json!({ "start": position(u32::MAX, u32::MAX), "end": position(u32::MAX, u32::MAX) });
    assert_eq!(titles(&client.actions(URI, far, json!({})).await), [] as [&str; 0]);
    let reversed = json!({ "start": position(1, 9), "end": position(1, 5) });
    assert_eq!(titles(&client.actions(URI, reversed, json!({})).await), OF_BAD);
    assert_eq!(client.actions("file:///unknown.ts", range(0, 0, 0), json!({})).await, [] as [Value; 0]);
}

#[tokio::test]
async fn actions_see_the_edits_that_came_before_them() {
    let mut client = opened().await;
    for version in 2..50_u32 {
        client.change(URI, version as i32, &[(Some(range(1, 5, 5)), " ")]).await;
        let column = 5 + version - 1;
        let actions = client.actions(URI, range(1, column, column), json!({})).await;
        let change = &actions[0]["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"]["version"], version);
        assert_eq!(change["edits"][0]["range"], range(1, column, column + 3));
    }
}
