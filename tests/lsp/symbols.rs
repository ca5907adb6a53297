//! Symbols of projects and documents, links, and hovers over names.

use super::support::{CLIENT, Project, columns, knows_names};
use serde_json::{Value, json};

const EVENTS: &str = "export enum Events { SignedUp = 'signed_up' }\n";

const USES: &str = "import { cio } from './client';
import { Events } from './events';
import { APIClient, RegionEU, SendEmailRequest } from 'customerio-node';
const api = new APIClient(process.env.CIO_APP_KEY!, { region: RegionEU });
const send = (id: string, name: string) => cio.track(id, { name });
export async function all(id: string, kind: string) {
  await cio.track(id, { name: Events.SignedUp, data: { plan: 'pro' } });
  await send(id, 'order_placed');
  await cio.track(id, { name: `order_${kind}` });
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, to: 'a@b.co', identifiers: { id } }));
  // customerio-disable-next-line floating-promise, nonsense
  cio.identify(id, { plan: 'free' });
}
";

const ACCOUNT: &str = r#"{
  "extends": "./base.json",
  "account": {
    "events": ["signed_up", "order_places"],
    "messages": [{ "id": 3, "triggerName": "receipt", "name": "Receipt", "data": ["total"] }]
  }
}
"#;

async fn project() -> Project {
    let files = [("client.ts", CLIENT), ("events.ts", EVENTS), ("uses.ts", USES), ("customerio.json", ACCOUNT)];
    Project::of(&[&files[..], &[("base.json", "{}\n")]].concat()).await
}

#[tokio::test]
async fn the_names_of_a_project_are_found_by_their_letters() {
    let mut project = project().await;
    let ask = async |project: &mut Project, query: &str| {
        let found = project.ask("workspace/symbol", json!({ "query": query })).await;
        let all = found.as_array().expect("a list").clone();
        let shown = |it: &Value| {
            let place = project.places(&json!([it["location"]])).remove(0);
            format!("{} {} {place}", it["name"].as_str().expect("a name"), it["kind"])
        };
        all.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(ask(&mut project, "#signed_up").await, ["#signed_up 24 events.ts:0:33-42"]);
    assert_eq!(ask(&mut project, "signed").await, ["signed_up 24 events.ts:0:33-42"]);
    assert_eq!(ask(&mut project, "ODP").await, ["order_placed 24 uses.ts:7:18-30"]);
    assert_eq!(ask(&mut project, "no such").await, [] as [&str; 0]);
    let all = ask(&mut project, "").await;
    assert!(all.iter().any(|it| it.starts_with("plan 8 ")) && all.iter().any(|it| it.starts_with("3 14 ")), "{all:?}");
}

#[tokio::test]
async fn a_document_has_its_clients_events_and_messages() {
    let mut project = project().await;
    let found = project.at("textDocument/documentSymbol", "uses.ts", &format!("{USES}¦")).await;
    let names = |list: &Value| -> Vec<String> {
        let all = list.as_array().expect("a list");
        all.iter().map(|it| format!("{} {}", it["name"].as_str().expect("a name"), it["detail"])).collect()
    };
    assert_eq!(names(&found), ["Clients null", "Events null", "Transactional messages null"]);
    assert_eq!(names(&found[0]["children"]), ["APIClient \"EU\""]);
    assert_eq!(
        names(&found[1]["children"]),
        ["signed_up \"track\"", "order_placed \"send\"", "`order_${kind}` \"track\""]
    );
    assert_eq!(names(&found[2]["children"]), ["3 \"SendEmailRequest\""]);
    assert_eq!(columns(&found[1]["children"][1]["selectionRange"]), "7:17-31");
    let mut flat = knows_names();
    flat["textDocument"]["documentSymbol"] = json!({});
    let mut project = Project::with(&[("client.ts", CLIENT)], flat).await;
    let found = project.at("textDocument/documentSymbol", "client.ts", &format!("{CLIENT}¦")).await;
    assert_eq!((&found[0]["name"], &found[0]["containerName"]), (&json!("TrackClient"), &json!("Clients")));
    let found = project.at("textDocument/documentSymbol", "plain.ts", "export const a = 1;¦").await;
    assert_eq!(found, Value::Null);
}

#[tokio::test]
async fn rules_in_comments_and_extended_settings_are_links() {
    let mut project = project().await;
    let found = project.at("textDocument/documentLink", "uses.ts", &format!("{USES}¦")).await;
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    assert_eq!(columns(&found[0]["range"]), "10:34-50");
    assert!(found[0]["target"].as_str().is_some_and(|target| target.contains("floating-promise")), "{found}");
    let found = project
        .ask("textDocument/documentLink", json!({ "textDocument": { "uri": project.folder.uri("customerio.json") } }))
        .await;
    assert_eq!(columns(&found[0]["range"]), "1:14-25");
    assert_eq!(found[0]["target"], project.folder.uri("base.json"));
    // As the editor has them, and those that hold the account, too.
    let open = "{\n\n  \"extends\": [\"./base.json\"] }";
    for name in ["customerio.json", "customerio.account.json"] {
        let uri = project.folder.uri(name);
        project.client.open_as(&uri, "jsonc", 1, open).await;
        let found = project.ask("textDocument/documentLink", json!({ "textDocument": { "uri": uri } })).await;
        assert_eq!(columns(&found[0]["range"]), "2:15-26", "{name}");
    }
}

#[tokio::test]
async fn a_name_tells_what_was_pulled_about_it() {
    const PULLED: &str = r#"{ "account": {
  "events": ["signed_up"],
  "pulled": {
    "campaigns": [
      { "id": 4, "name": "Welcome", "state": "running", "event": "signed_up" },
      { "id": 5, "name": "Old `one`", "state": "stopped", "event": "signed_up" }
    ],
    "segments": [{ "id": 2, "name": "Buyers", "events": ["signed_up", "bought"] }],
    "broadcasts": [{ "id": 8, "name": "Launch", "state": "draft" }],
    "topics": [{ "id": 1, "identifier": "topic_1", "name": "Offers" }]
  }
} }"#;
    const CODE: &str = "import { cio } from './client';
import { APIClient } from 'customerio-node';
export const all = async (api: APIClient) => {
  await cio.track('1', { name: 'signed_up' });
  await cio.track('1', { name: 'other' });
  await api.triggerBroadcast(8, {}, { segment: { id: 2 } });
  await api.triggerBroadcast(9, {}, { ids: ['1'] });
  await cio.identify('1', { cio_subscription_preferences: { topics: { topic_1: true, topic_3: true } } });
};
";
    let settings = "{ \"extends\": \"./customerio.account.json\" }\n";
    let files = [("client.ts", CLIENT), ("customerio.json", settings), ("customerio.account.json", PULLED)];
    let mut project = Project::of(&files).await;
    for (from, to, told) in [
        (
            "'signed_up'",
            "'signed¦_up'",
            "In the account.\n\nWaited for by campaign \"Welcome\" (running), campaign \"Old 'one'\" (stopped) and segment \"Buyers\".",
        ),
        ("'other'", "'oth¦er'", "Not in the account."),
        ("(8,", "(¦8,", "In the account: \"Launch\" (draft)."),
        ("id: 2 ", "id: ¦2 ", "In the account: \"Buyers\".\n\nIt looks at signed_up and bought."),
        ("(9,", "(¦9,", "Not in the account."),
        ("topic_1:", "top¦ic_1:", "In the account: \"Offers\"."),
        ("topic_3:", "top¦ic_3:", "Not in the account."),
    ] {
        let found = project.at("textDocument/hover", "a.ts", &CODE.replace(from, to)).await;
        let text = found["contents"]["value"].as_str().unwrap_or_default();
        assert!(text.contains(told), "{from}: {text}");
        assert_eq!(text.contains("Waited for"), from == "'signed_up'", "{from}: {text}");
    }
}

#[tokio::test]
async fn a_name_tells_its_places_its_data_and_whether_the_account_has_it() {
    let mut project = project().await;
    let hover = async |project: &mut Project, name: &str, marked: String| {
        let found = project.at("textDocument/hover", name, &marked).await;
        found["contents"]["value"].as_str().unwrap_or_default().to_owned()
    };
    let text = hover(&mut project, "uses.ts", USES.replace("'order_placed'", "'order¦_placed'")).await;
    assert!(text.contains("Not in the account. Did you mean `order_places`?"), "{text}");
    assert!(text.contains("Used in 1 place:") && text.contains("[uses.ts:8](file://"), "{text}");
    assert!(text.contains("`send()`, which ends in `track`"), "{text}");
    // Over the constant, in a file that does not reach the SDK, and over its use.
    for (name, marked) in [
        ("events.ts", EVENTS.replace("'signed_up'", "'signed¦_up'")),
        ("uses.ts", USES.replace("Events.SignedUp", "Events.Sign¦edUp")),
    ] {
        let text = hover(&mut project, name, marked).await;
        assert!(text.contains("`signed_up`: event") && text.contains("In the account."), "{text}");
        assert!(text.contains("- `plan`: string"), "{text}");
    }
    let text = hover(&mut project, "uses.ts", USES.replace("_id: 3", "_id: ¦3")).await;
    assert!(text.contains("In the account: \"Receipt\", id 3, trigger name `receipt`."), "{text}");
    assert!(text.contains("Its template needs `total`."), "{text}");
    let text = hover(&mut project, "uses.ts", USES.replace("(id: string, kind", "(i¦d: string, kind")).await;
    assert_eq!(text, "");
}
