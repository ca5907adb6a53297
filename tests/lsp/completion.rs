//! Completion inside strings and keys that Customer.io gives a meaning: complete code, half-typed code, and silence
//! everywhere else.

use super::support::{CLIENT, Project, columns, knows_names, place};
use serde_json::{Value, json};

const ACCOUNT: &str = r#"{
  "account": {
    "events": ["order_placed", "signed_up", "shop_*"],
    "messages": [
      { "id": 3, "triggerName": "receipt", "name": "Receipt", "data": [
        "order.id", "order.total", "buyer", { "name": "coupon", "optional": true }
      ] },
      { "id": 12, "name": "Welcome" }
    ]
  }
}
"#;

const SEND: &str = "import { cio } from './client';
export const send = (id: string, name: string, data = {}) => cio.track(id, { name, data });
";

const OTHER: &str = "import { cio } from './client';
import { send } from './send';
export async function other(id: string) {
  await cio.track(id, { name: 'cart_left', data: { items: 3, address: { city: 'X', zip: '1' } } });
  await send(id, 'cart_left', { items: 4 });
  await send(id, 'signed_up', { plan: 'pro', seats: 1 });
  await cio.identify(id, { plan: 'pro', logins: 7, cio_subscription_preferences: { topics: { topic_1: true } } });
}
";

async fn project() -> Project {
    let files = [("client.ts", CLIENT), ("send.ts", SEND), ("other.ts", OTHER), ("customerio.json", ACCOUNT)];
    Project::of(&files).await
}

/// The items for the mark in code below the usual imports.
async fn items(project: &mut Project, code: &str) -> Vec<Value> {
    let marked = format!("import {{ cio }} from './client';\nimport {{ send }} from './send';\n{code}");
    let answer = project.at("textDocument/completion", "a.ts", &marked).await;
    answer["items"].as_array().cloned().unwrap_or_default()
}

async fn labels(project: &mut Project, code: &str) -> Vec<String> {
    let items = items(project, code).await;
    items.iter().map(|item| item["label"].as_str().expect("a label").to_owned()).collect()
}

const EVENTS: [&str; 3] = ["order_placed", "signed_up", "cart_left"];

#[tokio::test]
async fn names_of_events_the_accounts_first() {
    let mut project = project().await;
    for code in [
        "cio.track('1', { name: '¦' });",
        "cio.track('1', { name: 'si¦' });",
        "cio.track('1', { name: \"signed_up¦\", data: { a: 1 } });",
        "cio.track('1', { name: `¦` });",
        "send('1', '¦');",
        "send('1', 'x¦', { a: 1 });",
        "const NAME = '¦';\nsend('1', NAME);",
        "const E = { a: '¦' } as const;\ncio.track('1', { name: E.a });",
        "enum E { A = '¦' }\ncio.track('1', { name: E.A });",
        "cio.trackAnonymous('anon', { name: '¦' });",
        "cio.entity({ type: 'person', action: 'event', identifiers: { id: '1' }, name: '¦' });",
    ] {
        assert_eq!(labels(&mut project, code).await, EVENTS, "{code}");
    }
    let found = items(&mut project, "cio.track('1', { name: 'si¦gn', id });").await;
    assert_eq!(found[1]["detail"], "in the account, 1 place");
    assert_eq!(found[2]["detail"], "2 places");
    assert_eq!(found[1]["filterText"], "signed_up");
    assert_eq!(columns(&found[1]["textEdit"]["range"]), "2:24-28");
    assert!(found.windows(2).all(|pair| pair[0]["sortText"].as_str() < pair[1]["sortText"].as_str()));
    assert!(found.iter().all(|item| item.get("documentation").is_none()));
}

#[tokio::test]
async fn names_are_completed_while_the_call_is_typed() {
    let mut project = project().await;
    for code in [
        "cio.track('1', { name: \"¦",
        "cio.track('1', { name: '¦",
        "cio.track('1', { name: `si¦",
        "cio.track('1', { name: 'si¦ });",
        "cio.track('1', { name: 'si¦, data: { plan: 'pro' } });",
        "cio.track('1', { name: '¦\n});",
        "send('1', '¦",
        "send('1', \"¦\nconst later = 1;\nexport function after() { return later; }",
        "export async function f(id: string) {\n  await cio.track(id, { name: '¦\n}\nexport const g = () => 1;",
        "export class A {\n  async f(id: string) {\n    if (id) {\n      await cio.track(id, { name: \"¦\n    }\n  }\n}\n",
        "const f = async (id: string) => {\n  await send(id, \"¦",
    ] {
        assert_eq!(labels(&mut project, code).await, EVENTS, "{code}");
    }
}

#[tokio::test]
async fn nothing_is_completed_elsewhere() {
    let mut project = project().await;
    for code in [
        "console.log('¦');",
        "const a = '¦';",
        "const a = { name: '¦' };",
        "cio.track('¦', { name: 'x' });",
        "cio.track('1', { name: 'x', data: { plan: '¦' } });",
        "cio.track('1', { name: `x_${a}¦` });",
        "cio.track(¦",
        "cio.¦",
        "¦",
        "import { x } from '¦';",
        "const a = { b¦ };",
        "cio.track('1', { name: ¦ });",
        "function f() { a¦ }",
        "// a comment with words ¦",
    ] {
        assert_eq!(labels(&mut project, code).await, [] as [&str; 0], "{code}");
    }
}

#[tokio::test]
async fn keys_of_data_are_those_that_the_event_carries_elsewhere() {
    let mut project = project().await;
    for (code, expected) in [
        ("cio.track('1', { name: 'cart_left', data: { ¦ } });", &["address", "items"][..]),
        ("cio.track('1', { name: 'cart_left', data: { it¦", &["address", "items"]),
        ("cio.track('1', { name: 'cart_left', data: { items: 1, ¦ } });", &["address"]),
        ("cio.track('1', { name: 'cart_left', data: { items: 1, 'a¦", &["address"]),
        ("cio.track('1', { name: 'cart_left', data: { address: { ¦ } } });", &["city", "zip"]),
        ("send('1', 'signed_up', { ¦ });", &["plan", "seats"]),
        ("send('1', 'signed_up', { plan, \"¦\" });", &["seats"]),
        ("send('1', 'signed_up', {\n  pl¦\n  other: 1,\n});", &["plan", "seats"]),
        ("cio.track('1', { name: 'unknown', data: { ¦ } });", &[]),
        ("cio.track('1', { name, data: { ¦ } });", &[]),
    ] {
        assert_eq!(labels(&mut project, code).await, expected, "{code}");
    }
    let found = items(&mut project, "cio.track('1', { name: 'cart_left', data: { it¦ems } });").await;
    assert_eq!(found[1]["detail"], "number");
    assert_eq!(columns(&found[1]["textEdit"]["range"]), "2:44-49");
}

#[tokio::test]
async fn messages_and_the_data_that_their_templates_need() {
    let mut project = project().await;
    let request = |inside: &str| {
        format!(
            "import {{ SendEmailRequest }} from 'customerio-node';\nnew SendEmailRequest({{ to: 'a@b.co', identifiers: {{ id: '1' }}, {inside}"
        )
    };
    let code = request("transactional_message_id: '¦' });");
    let found = items(&mut project, &code).await;
    assert_eq!(found.iter().map(|item| &item["label"]).collect::<Vec<_>>(), ["receipt", "12"]);
    assert_eq!(found[0]["detail"], "Receipt (in the account)");
    let code = request("transactional_message_id: 'receipt', message_data: { ¦ } });");
    let found = items(&mut project, &code).await;
    let told: Vec<(&str, &str)> = found
        .iter()
        .map(|item| (item["label"].as_str().unwrap_or_default(), item["detail"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(
        told,
        [
            ("order", "required by the template"),
            ("buyer", "required by the template"),
            ("coupon", "optional in the template"),
            ("all missing keys: order, buyer", "required by the template"),
        ]
    );
    assert_eq!(found[3]["insertTextFormat"], 2);
    assert_eq!(found[3]["textEdit"]["newText"], "order: { id: $1, total: $2 \\},\nbuyer: $3");
    let code = request("transactional_message_id: 3, message_data: { order: { ¦");
    assert_eq!(labels(&mut project, &code).await, ["id", "total", "all missing keys: id, total"]);
    let code = request("transactional_message_id: 3, message_data: { buyer: b, ¦ } });");
    assert_eq!(labels(&mut project, &code).await, ["order", "coupon"]);
    let options = labels(&mut project, &request("¦ });")).await;
    assert!(options.contains(&"message_data".to_owned()) && !options.contains(&"to".to_owned()), "{options:?}");
    let code = request("message_data: {} });").replace("{ id: '1' }", "{ ¦ }");
    assert_eq!(labels(&mut project, &code).await, ["id", "email", "cio_id"]);
}

#[tokio::test]
async fn attributes_topics_and_words_of_the_sdk() {
    let mut project = project().await;
    let found = labels(&mut project, "cio.identify('1', { lo¦ });").await;
    assert_eq!(found[..2], ["logins", "plan"], "{found:?}");
    assert!(found.contains(&"created_at".to_owned()) && !found.contains(&"cio_id".to_owned()), "{found:?}");
    let found = labels(&mut project, "cio.identify('1', { plan: 'x', ¦").await;
    assert!(found.contains(&"logins".to_owned()) && !found.contains(&"plan".to_owned()), "{found:?}");
    for (code, expected) in [
        ("cio.identify('1', { cio_subscription_preferences: { topics: { ¦ } } });", &["topic_1"][..]),
        ("cio.addDevice('1', 'token', '¦');", &["ios", "android"]),
        ("cio.addDevice('1', 'token', '¦", &["ios", "android"]),
        ("cio.mergeCustomers('¦', '1', 'email', 'a@b.co');", &["id", "email", "cio_id"]),
        ("cio.trackPush({ delivery_id: 'x', event: '¦' });", &["delivered", "opened", "converted"]),
        (
            "cio.entity({ type: 'person', action: 'identify', identifiers: { ¦ } });",
            &["id", "email", "cio_id", "phone"],
        ),
    ] {
        assert_eq!(labels(&mut project, code).await, expected, "{code}");
    }
    let metrics = labels(&mut project, "cio.reportMetric({ delivery_id: 'x', metric: '¦' });").await;
    assert!(metrics.contains(&"opened".to_owned()), "{metrics:?}");
}

#[tokio::test]
async fn a_region_comes_with_its_import() {
    let mut project = project().await;
    let head = "import { TrackClient } from 'customerio-node';\n";
    for (code, range) in [("region: ¦ });", "1:37-37"), ("region: Reg¦", "1:37-40"), ("region: 'E¦U' });", "1:37-41")]
    {
        let marked = format!("{head}export const c = new TrackClient(a, b, {{ {code}")
            .replace("new TrackClient(a, b, ", "f(a, ");
        assert_eq!(project.at("textDocument/completion", "r.ts", &marked).await, Value::Null, "{marked}");
        let marked = format!("{head}const c = new TrackClient(a, b, {{ {code}");
        let answer = project.at("textDocument/completion", "r.ts", &marked).await;
        let first = &answer["items"][0];
        assert_eq!(first["label"], "RegionUS", "{marked}");
        let start = marked.lines().nth(1).expect("a line").find("region: ").expect("a key") + "region: ".len();
        let length =
            range.split('-').map(|part| part.rsplit(':').next().expect("a number").parse::<usize>().expect("a number"));
        let length: Vec<usize> = length.collect();
        let (from, to) = (start, start + length[1] - length[0]);
        assert_eq!(columns(&first["textEdit"]["range"]), format!("1:{from}-{to}"), "{marked}");
        assert_eq!(first["textEdit"]["newText"], "RegionUS");
        // Clients compare it with the text that is replaced.
        let filter = if code.contains('\'') { "'RegionUS" } else { "RegionUS" };
        assert_eq!(first["filterText"], filter, "{marked}");
        assert_eq!(first["additionalTextEdits"][0]["newText"], ", RegionUS", "{marked}");
    }
}

#[tokio::test]
async fn directives_and_rules_in_comments() {
    let mut project = project().await;
    let found = labels(&mut project, "// cust¦\ncio.track('1', { name: 'x' });").await;
    assert_eq!(found[0], "customerio-disable-next-line");
    let code = "// customerio-disable-next-line ¦\ncio.identify('1', { created_at: Date.now() });";
    let found = items(&mut project, code).await;
    let first: Vec<&str> = found.iter().take(2).filter_map(|item| item["label"].as_str()).collect();
    assert!(first.contains(&"timestamp-milliseconds") && first.contains(&"floating-promise"), "{first:?}");
    assert!(found[0]["detail"].as_str().is_some_and(|detail| detail.starts_with("found here: ")), "{}", found[0]);
    let found =
        items(&mut project, "/* customerio-disable floating-promise, time¦ */\ncio.track('1', { name: 'x' });").await;
    assert_eq!(columns(&found[0]["textEdit"]["range"]), "2:40-44");
    assert!(found.iter().all(|item| item["label"] != "floating-promise"));
    for code in ["// customerio-disable-line x -- because ¦", "// cio ¦", "// customerio-disabled ¦"] {
        assert_eq!(labels(&mut project, code).await, [] as [&str; 0], "{code}");
    }
}

#[tokio::test]
async fn what_was_pulled_is_told_and_offered() {
    const PULLED: &str = r#"{ "account": {
  "events": ["signed_up", "left"],
  "pulled": {
    "campaigns": [
      { "id": 4, "name": "Welcome", "state": "running", "event": "signed_up" },
      { "id": 5, "name": "Old", "state": "stopped", "event": "signed_up" }
    ],
    "segments": [{ "id": 2, "name": "Gone", "events": ["left"] }],
    "broadcasts": [{ "id": 8, "name": "Launch", "state": "draft" }, { "id": 9 }],
    "topics": [{ "id": 1, "identifier": "topic_1", "name": "Offers" }, { "id": 2, "name": "News" }]
  }
} }"#;
    let files = [("client.ts", CLIENT), ("send.ts", SEND), ("other.ts", OTHER), ("customerio.json", PULLED)];
    let mut project = Project::of(&files).await;
    let mut told = async |code: &str| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        items(&mut project, code).await.iter().map(|item| (text(&item["label"]), text(&item["detail"]))).collect()
    };
    let pairs = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(label, detail)| ((*label).to_owned(), (*detail).to_owned())).collect()
    };
    assert_eq!(
        told("cio.track('1', { name: '¦' });").await,
        pairs(&[
            ("signed_up", "waited for by campaign \"Welcome\" (running) and 1 more, 1 place"),
            ("left", "waited for by segment \"Gone\""),
            ("cart_left", "2 places"),
        ])
    );
    assert_eq!(
        told("import { APIClient } from 'customerio-node';\nexport const f = (api: APIClient) => api.triggerBroadcast('¦', {});").await,
        pairs(&[("8", "Launch (draft)"), ("9", "in the account")])
    );
    assert_eq!(
        told("cio.identify('1', { cio_subscription_preferences: { topics: { ¦ } } });").await,
        pairs(&[("topic_1", "Offers"), ("topic_2", "News")])
    );
}

#[tokio::test]
async fn the_documentation_comes_on_request() {
    let mut project = project().await;
    let code = "import { cio } from './client';\ncio.track('1', { name: 'c¦' });";
    let params = project.open("a.ts", code).await;
    let answer = project.ask("textDocument/completion", params).await;
    let item = answer["items"].as_array().expect("items").iter().find(|item| item["label"] == "cart_left");
    let resolved = project.ask("completionItem/resolve", item.expect("the event").clone()).await;
    let text = resolved["documentation"]["value"].as_str().expect("a text");
    assert!(
        text.starts_with("`cart_left`: event\n\nNot in the account.") && text.contains("Used in 2 places:"),
        "{text}"
    );
    assert!(text.contains("`send()`, which ends in `track`") && text.contains("- `items`: number"), "{text}");
    let rule = json!({ "label": "floating-promise", "data": { "rule": "floating-promise" } });
    let resolved = project.ask("completionItem/resolve", rule).await;
    assert!(resolved["documentation"]["value"].as_str().is_some_and(|text| text.contains("floating-promise")));
    let odd = json!({ "label": "x", "data": { "uri": "file:///gone.ts", "kind": "event", "name": "x" } });
    assert_eq!(project.ask("completionItem/resolve", odd.clone()).await, odd);
}

#[tokio::test]
async fn columns_are_in_the_units_of_the_client() {
    let mut project = project().await;
    let found = items(&mut project, "/* 🙂 */ cio.track('1', { name: 'é¦' });").await;
    assert_eq!(columns(&found[0]["textEdit"]["range"]), "2:33-34");
}

#[tokio::test]
async fn completion_is_offered_to_those_who_ask() {
    let project = Project::of(&[]).await;
    assert_eq!(project.offered["completionProvider"]["resolveProvider"], true);
    let mut fewer = knows_names();
    fewer["textDocument"].as_object_mut().expect("an object").remove("completion");
    assert!(Project::with(&[], fewer).await.offered.get("completionProvider").is_none());
    // The mark of the tests is found.
    assert_eq!(place("a\nb¦"), json!({ "line": 1, "character": 1 }));
}
