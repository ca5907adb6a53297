//! Renames of names: all literals and constants in all files, in one edit; refused where that cannot be done.

use super::support::{
    CLIENT, Client, Counting, Folder, Project, columns, counted, knows_names, place, position, range,
};
use serde_json::{Value, json};
use std::sync::Arc;

const EVENTS: &str = "export const EVENTS = { signedUp: \"signed_up\" } as const;\n";

const USES: &str = "import { cio } from './client';
import { EVENTS } from './events';
export async function all(id: string, kind: string) {
  /* 🙂 */ await cio.track(id, { name: 'signed_up' });
  await cio.track(id, { name: EVENTS.signedUp });
  await cio.track(id, { name: `signed_up` });
  await cio.track(id, { name: 'signed_Up' });
  await cio.track(id, { name: `order_${kind}` });
  await cio.track(id, { name: 'pre_' + 'fixed' });
  await cio.track(id, { name: 'pre_fixed' });
}
";

const ACCOUNT: &str = "{ \"account\": { \"events\": [\"other\", \"signed_up\"] } }\n";

fn files() -> Vec<(&'static str, &'static str)> {
    vec![("client.ts", CLIENT), ("events.ts", EVENTS), ("uses.ts", USES), ("customerio.json", ACCOUNT)]
}

async fn rename(project: &mut Project, name: &str, marked: &str, new: &str) -> Value {
    let mut params = project.open(name, marked).await;
    params["newName"] = json!(new);
    project.ask("textDocument/rename", params).await
}

async fn refusal(project: &mut Project, method: &str, name: &str, marked: &str, new: Option<&str>) -> String {
    let mut params = project.open(name, marked).await;
    if let Some(new) = new {
        params["newName"] = json!(new);
    }
    let response = project.client.request(method, params).await;
    project.client.close(&project.folder.uri(name)).await;
    assert_eq!(response["error"]["code"], -32803, "{response}");
    response["error"]["message"].as_str().expect("a reason").to_owned()
}

#[tokio::test]
async fn all_places_are_renamed_in_one_edit() {
    let mut project = Project::of(&files()).await;
    let marked = USES.replacen("'signed_up'", "'sign¦ed_up'", 1);
    let params = project.open("uses.ts", &marked).await;
    let prepared = project.ask("textDocument/prepareRename", params).await;
    assert_eq!((columns(&prepared["range"]).as_str(), &prepared["placeholder"]), ("3:40-49", &json!("signed_up")));
    let edit = rename(&mut project, "uses.ts", &marked, "it's \"new\"").await;
    let after = USES.replacen("'signed_up'", "'it\\'s \"new\"'", 1).replace("`signed_up`", "`it's \"new\"`");
    assert_eq!(project.after(&edit, "uses.ts", USES), after);
    assert_eq!(
        project.after(&edit, "events.ts", EVENTS),
        "export const EVENTS = { signedUp: \"it's \\\"new\\\"\" } as const;\n"
    );
    assert_eq!(
        project.after(&edit, "customerio.json", ACCOUNT),
        "{ \"account\": { \"events\": [\"other\", \"it's \\\"new\\\"\"] } }\n"
    );
    let versions: Vec<&Value> =
        edit["documentChanges"].as_array().expect("changes").iter().map(|it| &it["textDocument"]["version"]).collect();
    assert_eq!(versions, [&Value::Null, &json!(1), &Value::Null]);
    let annotation = &edit["changeAnnotations"]["account"];
    assert_eq!(annotation["label"], "Campaigns and segments that wait for `signed_up` must change too");
    assert_eq!(annotation["needsConfirmation"], true);
    assert_eq!(edit["documentChanges"][1]["edits"][0]["annotationId"], "account");
}

#[tokio::test]
async fn a_constant_is_renamed_from_its_own_file_and_plain_clients_get_plain_edits() {
    let mut plain = knows_names();
    plain["workspace"]["workspaceEdit"] = json!({});
    let mut project = Project::with(&files(), plain).await;
    let edit = rename(&mut project, "events.ts", &EVENTS.replace("signed_up", "¦signed_up"), "joined").await;
    assert_eq!(project.after(&edit, "events.ts", EVENTS), EVENTS.replace("signed_up", "joined"));
    assert_eq!(project.after(&edit, "uses.ts", USES), USES.replace("signed_up", "joined"));
    assert!(edit.get("changeAnnotations").is_none() && edit.get("documentChanges").is_none(), "{edit}");
}

#[tokio::test]
async fn what_cannot_be_renamed_everywhere_is_refused_with_the_reason() {
    let mut project = Project::of(&files()).await;
    let composed = USES.replace("`order_", "`or¦der_");
    let why = refusal(&mut project, "textDocument/prepareRename", "uses.ts", &composed, None).await;
    assert_eq!(why, "This name is composed at run time, so it cannot be renamed.");
    let elsewhere = USES.replace("'pre_fixed'", "'pre_¦fixed'");
    let why = refusal(&mut project, "textDocument/prepareRename", "uses.ts", &elsewhere, None).await;
    assert_eq!(why, "`pre_fixed` is composed of several parts in uses.ts, line 9, so it cannot be renamed everywhere.");
    let empty = USES.replacen("'signed_up'", "'¦signed_up'", 1);
    let why = refusal(&mut project, "textDocument/rename", "uses.ts", &empty, Some("  ")).await;
    assert_eq!(why, "A name must not be empty.");
    // A variable in a name, and the name of a constant, are the language's.
    for (from, to) in [("${kind}", "${ki¦nd}"), ("EVENTS.signedUp", "EVENTS.signed¦Up")] {
        let result = project.at("textDocument/prepareRename", "uses.ts", &USES.replace(from, to)).await;
        assert_eq!(result, Value::Null, "{to}");
    }
}

#[tokio::test]
async fn variables_come_from_outside() {
    let mut project = Project::of(&[]).await;
    let marked = CLIENT.replace("CIO_SITE_ID", "CIO_SITE¦_ID");
    let why = refusal(&mut project, "textDocument/prepareRename", "a.ts", &marked, None).await;
    assert_eq!(
        why,
        "`CIO_SITE_ID` comes from the environment: rename it where it is set, and in the code that reads it."
    );
}

#[tokio::test]
async fn keys_are_renamed_in_the_form_that_they_have() {
    let text = "import { cio } from './client';
export const f = (id: string, plan: string) => cio.identify(id, { plan, first_name: 'Ada' });
export const g = (id: string) => cio.identify(id, { \"plan\": 'free' });
export const h = (id: string) => cio.identify(id, { plan: 'pro' });
";
    let mut project = Project::of(&[("client.ts", CLIENT), ("a.ts", text)]).await;
    let marked = text.replace("\"plan\"", "\"pl¦an\"");
    let edit = rename(&mut project, "a.ts", &marked, "price_plan").await;
    let after = text
        .replace("{ plan,", "{ price_plan: plan,")
        .replace("\"plan\"", "\"price_plan\"")
        .replace("{ plan: 'pro'", "{ price_plan: 'pro'");
    assert_eq!(project.after(&edit, "a.ts", text), after);
    let edit = rename(&mut project, "a.ts", &marked, "price plan").await;
    assert!(project.after(&edit, "a.ts", text).contains("{ \"price plan\": 'pro' }"));
    // Other code may read the keys of an object that is not written in the call.
    let shared =
        format!("{text}const user = {{ plan: 'x' }};\nexport const k = (id: string) => cio.identify(id, user);\n");
    let marked = shared.replace("\"plan\"", "\"pl¦an\"");
    let why = refusal(&mut project, "textDocument/prepareRename", "b.ts", &marked, None).await;
    assert!(why.starts_with("`plan` is a key of an object that other code may read in b.ts"), "{why}");
}

#[tokio::test]
async fn half_of_a_project_is_not_renamed() {
    let engine = Arc::new(Counting::default());
    let gate = engine.gate("uses.ts");
    gate.close();
    let folder = Folder::new(&files());
    let mut client = Client::connect(counted(&engine));
    let params =
        json!({ "capabilities": knows_names(), "workspaceFolders": [{ "uri": folder.uri(""), "name": "shop" }] });
    client.initialize(params).await;
    // It needs no other file to know that this is an event.
    let text = format!("{CLIENT}export const f = (id: string) => cio.track(id, {{ name: 'signed_up' }});\n");
    let uri = folder.uri("a.ts");
    client.open(&uri, 1, &text).await;
    let params = json!({ "textDocument": { "uri": uri }, "position": position(2, 60), "newName": "joined" });
    let prepared = client.request("textDocument/prepareRename", params.clone()).await;
    assert_eq!(prepared["result"]["placeholder"], "signed_up", "{prepared}");
    let refused = client.request("textDocument/rename", params.clone()).await;
    assert_eq!(refused["error"]["code"], -32803, "{refused}");
    assert_eq!(
        refused["error"]["message"],
        "Some files of the project have not been analyzed yet, so `signed_up` cannot be renamed everywhere. Try again \
         when indexing has finished."
    );
    gate.open();
    client.quiet().await;
    let renamed = client.request("textDocument/rename", params).await;
    assert_eq!(renamed["result"]["documentChanges"].as_array().map(Vec::len), Some(4), "{renamed}");
}

#[tokio::test]
async fn open_files_are_renamed_as_the_editor_has_them() {
    let mut files = files();
    files[3].1 = "{ \"exclude\": [\"excluded.ts\"] }";
    let mut project = Project::of(&files).await;
    let (other, excluded) = (project.folder.uri("other.ts"), project.folder.uri("excluded.ts"));
    let text =
        "import { cio } from './client';\nexport const f = (id: string) => cio.track(id, { name: 'signed_up' });\n";
    project.client.open(&other, 3, text).await;
    // Nothing is ever known of this one.
    project.client.open(&excluded, 1, text).await;
    let edit = rename(&mut project, "uses.ts", &USES.replacen("'signed_up'", "'sign¦ed_up'", 1), "joined").await;
    assert_eq!(project.after(&edit, "other.ts", text), text.replace("signed_up", "joined"));
    assert_eq!(project.after(&edit, "excluded.ts", text), text);
}

#[tokio::test]
async fn ids_stay_numbers_and_each_file_is_changed_once() {
    let account =
        "{ \"account\": { \"messages\": [{ \"id\": 12, \"name\": \"a\" }, { \"id\": 12, \"name\": \"b\" }] } }";
    let text = "import { APIClient, SendEmailRequest } from 'customerio-node';
const api = new APIClient(process.env.CIO_APP_KEY!);
export const f = (to: string) =>
  api.sendEmail(new SendEmailRequest({ to, identifiers: { id: '1' }, transactional_message_id: 12 }));
";
    let mut project = Project::of(&[("a.ts", text), ("customerio.json", account)]).await;
    let marked = text.replace("_id: 12", "_id: 1¦2");
    for (new, code, listed) in [("34", "34", "34"), ("007", "7", "7"), ("welcome", "\"welcome\"", "12")] {
        let edit = rename(&mut project, "a.ts", &marked, new).await;
        assert_eq!(project.after(&edit, "a.ts", text), text.replace("_id: 12", &format!("_id: {code}")), "{new}");
        assert_eq!(project.after(&edit, "customerio.json", account), account.replace("12", listed), "{new}");
        let changes = edit["documentChanges"].as_array().expect("changes").iter();
        let mut files: Vec<&Value> = changes.map(|change| &change["textDocument"]["uri"]).collect();
        files.dedup();
        assert_eq!(Some(files.len()), edit["documentChanges"].as_array().map(Vec::len), "{edit}");
    }
}

#[tokio::test]
async fn a_rename_right_after_a_keystroke_waits_for_its_analysis() {
    let mut project = Project::of(&files()).await;
    let uri = project.folder.uri("uses.ts");
    project.open("uses.ts", &format!("¦{USES}")).await;
    for (version, typed) in ["// a\n", "// b\n", "// c\n"].into_iter().enumerate() {
        project.client.change(&uri, version as i32 + 2, &[(Some(range(0, 0, 0)), typed)]).await;
    }
    let marked = format!("// c\n// b\n// a\n{}", USES.replacen("'signed_up'", "'sign¦ed_up'", 1));
    let params = json!({ "textDocument": { "uri": uri }, "position": place(&marked), "newName": "joined" });
    let edit = project.ask("textDocument/rename", params).await;
    assert!(edit["documentChanges"].as_array().is_some_and(|changes| changes.len() > 1), "{edit}");
}

#[tokio::test]
async fn the_same_name_changes_nothing() {
    let mut project = Project::of(&files()).await;
    let edit = rename(&mut project, "uses.ts", &USES.replacen("'signed_up'", "'sign¦ed_up'", 1), "signed_up").await;
    assert_eq!(edit, json!({}));
}
