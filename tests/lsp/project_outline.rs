//! `customerio/outline`: what the projects send, for a view in the editor, and the request to ask for it again.

use super::support::{CLIENT, Project, capabilities, columns, knows_names};
use serde_json::{Value, json};

const USES: &str = "import { cio } from './client';
import { APIClient, RegionEU, SendEmailRequest } from 'customerio-node';
const api = new APIClient(process.env.CIO_APP_KEY!, { region: RegionEU });
const send = (id: string, name: string) => cio.track(id, { name });
export async function all(id: string, kind: string) {
  await cio.identify(id, { plan: 'pro' });
  /* 🎉 */ await cio.track(id, { name: 'signed_up', data: { plan: 'pro', seats: 3 } });
  await cio.track(id, { name: 'signed_up', data: { plan: 'pro' } });
  await send(id, 'order_placed');
  await cio.track(id, { name: `order_${kind}` });
  await api.triggerBroadcast(8, {}, { segment: { id: 2 } });
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 3, to: 'a@b.co', identifiers: { id } }));
}
";

const ACCOUNT: &str = r#"{ "account": {
  "events": ["signed_up", "churned"],
  "messages": [{ "id": 3, "triggerName": "receipt", "name": "Receipt" }],
  "pulled": { "campaigns": [
    { "id": 4, "name": "Welcome", "state": "running", "event": "signed_up" },
    { "id": 5, "name": "Win back", "state": "draft", "event": "churned" }
  ], "broadcasts": [{ "id": 8, "name": "Launch", "state": "running" }] }
} }"#;

const TEST: &str = "import { cio } from './client';
test('it', () => cio.track('1', { name: 'only_in_a_test' }));
";

async fn project() -> Project {
    let settings = r#"{ "extends": "./customerio.account.json" }"#;
    Project::with(
        &[
            ("client.ts", CLIENT),
            ("uses.ts", USES),
            ("uses.test.ts", TEST),
            ("customerio.json", settings),
            ("customerio.account.json", ACCOUNT),
        ],
        refreshing(),
    )
    .await
}

/// An editor that shows the outline.
fn refreshing() -> Value {
    let mut all = knows_names();
    all["experimental"] = json!({ "customerioOutline": { "refreshSupport": true } });
    all["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    all
}

fn is_refresh(message: &Value) -> bool {
    message["method"] == "customerio/outline/refresh"
}

/// The names of a list, with what the account says of them.
fn names(list: &Value) -> Vec<String> {
    let shown = |item: &Value| {
        let name = ["name", "id", "composed"].iter().find_map(|key| item.get(*key)).expect("a name");
        let waiting = item["waitedForBy"].as_array().map(|by| format!(" {}", by[0])).unwrap_or_default();
        format!("{name} {} {}{waiting}", item["count"], item["inAccount"])
    };
    list.as_array().expect("a list").iter().map(shown).collect()
}

#[tokio::test]
async fn the_projects_have_names_with_places_and_what_the_account_says() {
    let mut project = project().await;
    assert_eq!(project.offered["experimental"], json!({ "customerioOutline": true }));
    let outline = project.ask("customerio/outline", json!({})).await;
    assert_eq!(outline["isComplete"], true);
    assert_eq!(
        names(&outline["events"]),
        [
            "\"order_placed\" 1 false",
            "\"signed_up\" 2 true \"campaign \\\"Welcome\\\" (running)\"",
            "\"`order_${kind}`\" 1 null"
        ]
    );
    assert_eq!(names(&outline["messages"]), ["3 1 true"]);
    assert_eq!(
        [&outline["messages"][0]["title"], &outline["broadcasts"][0]["title"]],
        ["\"Receipt\"", "\"Launch\" (running)"]
    );
    assert_eq!(names(&outline["segments"]), ["2 1 null"]);
    assert_eq!(names(&outline["attributes"]), ["\"plan\" 1 null"]);
    let placed = &outline["events"][0]["places"];
    assert_eq!(project.places(placed), ["uses.ts:8:17-31"]);
    assert_eq!([&placed[0]["method"], &placed[0]["through"]], ["track", "send"]);
    let signed_up = &outline["events"][1];
    // Columns count as the editor does, after an emoji, too.
    assert_eq!(project.places(&signed_up["places"]), ["uses.ts:6:39-50", "uses.ts:7:30-41"]);
    let seats = json!({ "key": "seats", "types": ["number"], "optional": true });
    assert_eq!(signed_up["data"], json!([{ "key": "plan", "types": ["string"] }, seats]));
    let clients = outline["clients"].as_array().expect("clients");
    let shown = clients.iter().map(|it| format!("{} {} {}", it["class"], it["region"], columns(&it["range"])));
    assert_eq!(shown.collect::<Vec<_>>()[1], "\"APIClient\" \"EU\" 2:16-25");
    let unsent = &outline["unsent"];
    assert_eq!(project.places(unsent), ["customerio.account.json:1:27-34"]);
    assert_eq!(unsent[0]["name"], "churned");
    assert_eq!(unsent[0]["waitedForBy"], json!(["campaign \"Win back\" (draft)"]));
    assert!(!outline.to_string().contains("only_in_a_test") && !outline.to_string().contains("CIO_APP_KEY"));
}

#[tokio::test]
async fn it_is_asked_for_again_after_an_edit_and_after_a_change_of_the_account() {
    let mut project = project().await;
    let (uri, account) = (project.folder.uri("uses.ts"), project.folder.uri("customerio.account.json"));
    project.open("uses.ts", &format!("{USES}¦")).await;
    project.client.leftovers();
    project.client.change(&uri, 2, &[(None, &USES.replace("order_placed", "order_sent"))]).await;
    // It may be asked for before all of the change is taken in, and then is once more.
    project.client.quiet().await;
    assert!(project.client.leftovers().iter().any(is_refresh));
    let outline = project.ask("customerio/outline", json!({})).await;
    assert_eq!(names(&outline["events"])[0], "\"order_sent\" 1 false");
    project.folder.write("customerio.account.json", &ACCOUNT.replace("\"churned\"]", "\"order_sent\"]"));
    let changes = json!({ "changes": [{ "uri": account, "type": 2 }] });
    project.client.notify("workspace/didChangeWatchedFiles", changes).await;
    project.client.quiet().await;
    assert!(project.client.leftovers().iter().any(is_refresh));
    let outline = project.ask("customerio/outline", json!({})).await;
    assert_eq!(names(&outline["events"])[0], "\"order_sent\" 1 true");
}

#[tokio::test]
async fn many_edits_are_few_requests_and_other_editors_get_none() {
    let mut project = project().await;
    let uri = project.folder.uri("uses.ts");
    project.open("uses.ts", &format!("{USES}¦")).await;
    project.client.leftovers();
    project.client.ignores = vec!["customerio/outline/refresh"];
    for version in 2..22 {
        project.client.change(&uri, version, &[(None, &format!("{USES}// {version}\n"))]).await;
    }
    // The editor owes the answer to the first one, so no second one is sent.
    let first = project.client.next(is_refresh).await;
    project.ask("customerio/outline", Value::Null).await;
    assert!(!project.client.leftovers().iter().any(is_refresh));
    project.client.ignores.clear();
    project.client.send(json!({ "jsonrpc": "2.0", "id": first["id"], "result": null })).await;
    project.client.quiet().await;

    let mut other = Project::with(&[("client.ts", CLIENT)], capabilities()).await;
    other.open("client.ts", &format!("{CLIENT}// more\n¦")).await;
    assert!(!other.client.leftovers().iter().any(is_refresh));
}

#[tokio::test]
async fn a_project_without_the_sdk_has_an_empty_outline() {
    let mut project = Project::with(&[("a.ts", "export const a = 1;\n")], refreshing()).await;
    let outline = project.ask("customerio/outline", json!([])).await;
    assert_eq!(outline["isComplete"], true);
    for list in ["events", "attributes", "messages", "broadcasts", "segments", "clients", "unsent"] {
        assert_eq!(outline[list], json!([]), "{list}");
    }
}

#[tokio::test]
async fn a_name_in_many_places() {
    let calls = "  await cio.track(id, { name: 'signed_up' });\n".repeat(120);
    let code = format!("import {{ cio }} from './client';\nexport async function all(id: string) {{\n{calls}}}\n");
    let mut project = Project::with(&[("client.ts", CLIENT), ("a.ts", &code)], refreshing()).await;
    let outline = project.ask("customerio/outline", json!({})).await;
    assert_eq!(names(&outline["events"]), ["\"signed_up\" 120 null"]);
    assert_eq!(outline["events"][0]["places"].as_array().map(Vec::len), Some(100));
}
