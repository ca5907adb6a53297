//! References, highlights and definitions of names: every place that sends a name, and no other spelling.

use super::support::{CLIENT, Project, knows_names};
use serde_json::{Value, json};

const EVENTS: &str = "export enum Events { SignedUp = 'signed_up', Left = 'left' }
export const NAMES = { welcome: 'welcomed' } as const;
export const ORDERED = `ordered`;
";

const SEND: &str = "import { cio } from './client';
export const send = (id: string, name: string, data = {}) => cio.track(id, { name, data });
export const leave = (id: string) => cio.track(id, { name: 'left' });
";

const USES: &str = "import { cio } from './client';
import { Events, NAMES, ORDERED } from './events';
import { leave, send } from './send';
export async function all(id: string) {
  /* 🙂 */ await send(id, 'signed_up', { plan: 'pro' });
  await cio.track(id, { name: Events.SignedUp });
  await cio.track(id, { name: NAMES.welcome });
  await cio.track(id, { name: 'Signed_Up' });
  await cio.track(id, { name: ORDERED });
  await leave(id);
  console.log('signed_up');
}
";

const FILES: [(&str, &str); 4] = [("client.ts", CLIENT), ("events.ts", EVENTS), ("send.ts", SEND), ("uses.ts", USES)];

async fn references(project: &mut Project, name: &str, marked: &str) -> Vec<String> {
    let mut params = project.open(name, marked).await;
    params["context"] = json!({ "includeDeclaration": true });
    let found = project.ask("textDocument/references", params).await;
    project.client.close(&project.folder.uri(name)).await;
    project.client.quiet().await;
    project.places(&found)
}

#[tokio::test]
async fn references_are_all_places_that_send_a_name() {
    let mut project = Project::of(&FILES).await;
    let wanted = ["events.ts:0:33-42", "uses.ts:4:27-36", "uses.ts:5:30-45"];
    let at = USES.replacen("'signed_up'", "'sig¦ned_up'", 1);
    assert_eq!(references(&mut project, "uses.ts", &at).await, wanted);
    // From the constant, in a file that does not name the SDK.
    let at = EVENTS.replace("'signed_up'", "'¦signed_up'");
    assert_eq!(references(&mut project, "events.ts", &at).await, wanted);
    let at = USES.replace("'Signed_Up'", "'Signed_Up¦'");
    assert_eq!(references(&mut project, "uses.ts", &at).await, ["uses.ts:7:31-40"]);
    let at = EVENTS.replace("`ordered`", "`or¦dered`");
    assert_eq!(references(&mut project, "events.ts", &at).await, ["events.ts:2:24-31", "uses.ts:8:30-37"]);
    // The call of a wrapper that has the name in it sends it, too.
    let at = SEND.replace("'left'", "'le¦ft'");
    assert_eq!(references(&mut project, "send.ts", &at).await, ["send.ts:2:60-64", "uses.ts:9:8-13"]);
    // A string that is not sent is not a name.
    let at = USES.replace("console.log('signed_up')", "console.log('sign¦ed_up')");
    assert_eq!(references(&mut project, "uses.ts", &at).await, [] as [&str; 0]);
}

#[tokio::test]
async fn unsaved_text_counts() {
    let mut project = Project::of(&FILES).await;
    let uri = project.folder.uri("send.ts");
    project.client.open(&uri, 1, &format!("// one line\n{SEND}")).await;
    project.client.quiet().await;
    let at = USES.replace("leave(id);", "leave(id); cio.track(id, { name: 'l¦eft' });");
    assert_eq!(
        references(&mut project, "uses.ts", &at).await,
        ["send.ts:3:60-64", "uses.ts:9:8-13", "uses.ts:9:42-46"]
    );
}

#[tokio::test]
async fn constants_are_definitions_and_highlights_are_of_one_file() {
    let mut project = Project::of(&FILES).await;
    let at = USES.replacen("'signed_up'", "'signed_up¦'", 1);
    let found = project.at("textDocument/documentHighlight", "uses.ts", &at).await;
    let shown = |found: &Value| -> Vec<(String, Value)> {
        let all = found.as_array().expect("a list");
        all.iter().map(|it| (super::support::columns(&it["range"]), it["kind"].clone())).collect()
    };
    assert_eq!(shown(&found), [("4:27-36".to_owned(), json!(2)), ("5:30-45".to_owned(), json!(2))]);
    let at = EVENTS.replace("'signed_up'", "'signed¦_up'");
    let found = project.at("textDocument/documentHighlight", "events.ts", &at).await;
    assert_eq!(shown(&found), [("0:33-42".to_owned(), json!(3))]);
    let at = USES.replacen("'signed_up'", "'¦signed_up'", 1);
    let mut params = project.open("uses.ts", &at).await;
    params["context"] = json!({ "includeDeclaration": false });
    let found = project.ask("textDocument/references", params).await;
    assert_eq!(project.places(&found), ["uses.ts:4:27-36", "uses.ts:5:30-45"]);
}

#[tokio::test]
async fn a_definition_is_the_constant_the_entry_or_the_first_place() {
    let account = "{\n  // ours\n  \"account\": { \"events\": [\"left\", \"signed_up\"] }\n}\n";
    let mut project = Project::of(&[&FILES[..], &[("customerio.json", account)]].concat()).await;
    let define = async |project: &mut Project, name: &str, at: String| {
        let found = project.at("textDocument/definition", name, &at).await;
        project.places(&found)
    };
    let at = USES.replacen("'signed_up'", "'sign¦ed_up'", 1);
    assert_eq!(define(&mut project, "uses.ts", at).await, ["events.ts:0:33-42"]);
    let at = SEND.replace("'left'", "'le¦ft'");
    assert_eq!(define(&mut project, "send.ts", at).await, ["customerio.json:2:27-31"]);
    let at = USES.replace("'Signed_Up'", "'Sig¦ned_Up'");
    assert_eq!(define(&mut project, "uses.ts", at).await, ["uses.ts:7:31-40"]);
    let at = USES.replace("all(id", "al¦l(id");
    let found = project.at("textDocument/definition", "uses.ts", &at).await;
    assert_eq!(found, Value::Null);
}

#[tokio::test]
async fn ids_attributes_topics_and_variables_are_names() {
    let text = "import { APIClient, SendEmailRequest, TrackClient } from 'customerio-node';
const api = new APIClient(process.env.CIO_APP_KEY!);
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
export const other = new APIClient(process.env['CIO_APP_KEY']);
const WELCOME = 12;
export async function f(id: string, plan: string) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: WELCOME, to: 'a@b.co', identifiers: { id } }));
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 'receipt', to: 'a@b.co', identifiers: { id } }));
  await api.triggerBroadcast(7, {}, { segment: { id: 3 } });
  await cio.identify(id, { plan, \"first_name\": 'Ada' });
  await cio.identify(id, { plan: 'free', first_name: 'B', cio_subscription_preferences: { topics: { topic_1: true } } });
}
";
    let mut project = Project::of(&[("a.ts", text), (".env", "CIO_APP_KEY=x\n")]).await;
    for (from, to, wanted) in [
        ("= 12", "= 1¦2", &["a.ts:4:16-18", "a.ts:6:71-78"][..]),
        ("'receipt'", "'rec¦eipt'", &["a.ts:7:72-79"]),
        ("Broadcast(7", "Broadcast(¦7", &["a.ts:8:29-30"]),
        ("{ id: 3 }", "{ id: ¦3 }", &["a.ts:8:53-54"]),
        ("plan: 'free'", "pl¦an: 'free'", &["a.ts:9:27-31", "a.ts:10:27-31"]),
        ("\"first_name\"", "\"first¦_name\"", &["a.ts:9:34-44", "a.ts:10:41-51"]),
        ("topic_1", "topic_¦1", &["a.ts:10:100-107"]),
        ("env.CIO_APP_KEY", "env.CIO_APP¦_KEY", &["a.ts:1:38-49", "a.ts:3:48-59"]),
    ] {
        assert_eq!(references(&mut project, "a.ts", &text.replacen(from, to, 1)).await, wanted, "{to}");
    }
    let at = text.replacen("env.CIO_APP_KEY", "env.CIO¦_APP_KEY", 1);
    let found = project.at("textDocument/definition", "a.ts", &at).await;
    assert_eq!(project.places(&found), [".env:0:0-11"]);
}

#[tokio::test]
async fn nothing_is_offered_that_the_client_does_not_know() {
    let project = Project::of(&[]).await;
    for provider in ["referencesProvider", "documentHighlightProvider", "definitionProvider"] {
        assert_eq!(project.offered[provider], true, "{provider}");
    }
    assert_eq!(project.offered["renameProvider"], json!({ "prepareProvider": true }));
    let mut fewer = knows_names();
    for key in ["references", "documentHighlight", "definition", "rename"] {
        fewer["textDocument"].as_object_mut().expect("an object").remove(key);
    }
    let project = Project::with(&[], fewer).await;
    for provider in ["referencesProvider", "documentHighlightProvider", "definitionProvider", "renameProvider"] {
        assert!(project.offered.get(provider).is_none(), "{provider}");
    }
}
