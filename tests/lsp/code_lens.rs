//! Code lenses: what stands above wrappers and clients, counted over the whole project, and who gets them.

use super::support::{CLIENT, Project, columns, knows_names};
use serde_json::{Value, json};

const SEND: &str = "import { cio } from './client';
export const send = async (id: string, name: string) => {
  await cio.track(id, { name });
};
export class Mailer {
  constructor(private readonly inner = cio) {}
  async welcome(id: string) {
    await this.inner.identify(id, { plan: 'pro' });
    await send(id, 'welcomed');
  }
}
export function nowhere(id: string) {
  return cio.destroy(id);
}
";

const USES: &str = "import { cio } from './client';
import { Mailer, send } from './send';
export async function signUp(id: string, ids: string[]) {
  await send(id, 'signed_up');
  await send(id, 'signed_up');
  await Promise.all(ids.map((other) => send(other, 'invited')));
  await new Mailer().welcome(id);
}
send('1', 'loaded').catch(console.error);
cio.suppress('2').catch(console.error);
";

const FILES: [(&str, &str); 3] = [("client.ts", CLIENT), ("send.ts", SEND), ("uses.ts", USES)];

/// The capabilities of a client that shows lenses and, with `commands`, their places.
fn capabilities(commands: &[&str]) -> Value {
    let mut all = knows_names();
    all["textDocument"]["codeLens"] = json!({});
    all["workspace"]["codeLens"] = json!({ "refreshSupport": true });
    all["experimental"] = json!({ "commands": { "commands": commands } });
    all
}

async fn project(files: &[(&str, &str)], commands: &[&str], setting: Value) -> Project {
    let mut project = Project::with(files, capabilities(commands)).await;
    project.client.notify("workspace/didChangeConfiguration", json!({ "settings": { "codeLens": setting } })).await;
    project.client.quiet().await;
    project.client.leftovers();
    project
}

/// The lenses of a file that is open, as `line: title`, each resolved.
async fn told(project: &mut Project, name: &str) -> Vec<String> {
    let document = json!({ "textDocument": { "uri": project.folder.uri(name) } });
    let mut all = Vec::new();
    for lens in project.ask("textDocument/codeLens", document).await.as_array().expect("a list").clone() {
        assert!(lens.get("command").is_none(), "nothing is computed that is not shown: {lens}");
        let lens = project.ask("codeLens/resolve", lens).await;
        all.push(format!(
            "{}: {}",
            lens["range"]["start"]["line"],
            lens["command"]["title"].as_str().expect("a title")
        ));
    }
    all
}

#[tokio::test]
async fn wrappers_tell_their_callers_and_events_and_clients_their_calls() {
    let mut project = project(&FILES, &[], json!(true)).await;
    for (name, text) in FILES {
        project.client.open(&project.folder.uri(name), 1, text).await;
    }
    project.client.quiet().await;
    let send = ["1: ends in `track` · 5 callers · 4 events", "6: ends in `identify` and `track` · 1 caller · 1 event"];
    assert_eq!(told(&mut project, "send.ts").await, send);
    assert_eq!(told(&mut project, "client.ts").await, ["1: US · 3 calls"]);
    assert_eq!(told(&mut project, "uses.ts").await, [] as [&str; 0]);
}

#[tokio::test]
async fn other_files_need_not_be_open_and_lines_may_move() {
    let mut project = project(&FILES, &[], json!(true)).await;
    project.client.open(&project.folder.uri("send.ts"), 1, &format!("// a\n\n{SEND}")).await;
    project.client.quiet().await;
    let lens = told(&mut project, "send.ts").await;
    assert_eq!(lens[0], "3: ends in `track` · 5 callers · 4 events");
    // What is typed in the function itself is no other function.
    let text = SEND.replace("{ name }", "{ name, data: { a: 1 } }");
    project.client.close(&project.folder.uri("send.ts")).await;
    project.client.open(&project.folder.uri("send.ts"), 1, &text).await;
    project.client.quiet().await;
    assert_eq!(told(&mut project, "send.ts").await[0], "1: ends in `track` · 5 callers · 4 events");
}

#[tokio::test]
async fn a_click_shows_the_places_where_the_client_can() {
    let mut project = project(&FILES, &["customerio.showReferences"], json!({ "clients": false })).await;
    let uri = project.folder.uri("send.ts");
    project.client.open(&uri, 1, SEND).await;
    project.client.quiet().await;
    let lenses = project.ask("textDocument/codeLens", json!({ "textDocument": { "uri": uri } })).await;
    assert_eq!(columns(&lenses[0]["range"]), "1:13-17");
    assert_eq!(columns(&lenses[1]["range"]), "6:8-15");
    let command = project.ask("codeLens/resolve", lenses[0].clone()).await["command"].clone();
    assert_eq!(command["command"], "customerio.showReferences");
    assert_eq!(command["arguments"][0], uri);
    assert_eq!(command["arguments"][1], json!({ "line": 1, "character": 13 }));
    let places = project.places(&command["arguments"][2]);
    let wanted = ["send.ts:8:10-14", "uses.ts:3:8-12", "uses.ts:4:8-12", "uses.ts:5:39-43", "uses.ts:8:0-4"];
    assert_eq!(places, wanted);
    // The client's are switched off.
    project.client.open(&project.folder.uri("client.ts"), 1, CLIENT).await;
    project.client.quiet().await;
    assert_eq!(told(&mut project, "client.ts").await, [] as [&str; 0]);
}

#[tokio::test]
async fn without_such_a_command_a_lens_is_text() {
    let mut project = project(&FILES, &["rust-analyzer.showReferences"], json!(true)).await;
    let uri = project.folder.uri("send.ts");
    project.client.open(&uri, 1, SEND).await;
    project.client.quiet().await;
    let lenses = project.ask("textDocument/codeLens", json!({ "textDocument": { "uri": uri } })).await;
    let command = project.ask("codeLens/resolve", lenses[0].clone()).await["command"].clone();
    assert_eq!((&command["command"], command.get("arguments")), (&json!(""), None));
}

#[tokio::test]
async fn they_are_off_without_the_setting_and_offered_to_those_who_show_them() {
    let mut all = Project::with(&FILES, capabilities(&[])).await;
    assert_eq!(all.offered["codeLensProvider"], json!({ "resolveProvider": true }));
    all.client.open(&all.folder.uri("send.ts"), 1, SEND).await;
    all.client.quiet().await;
    assert_eq!(told(&mut all, "send.ts").await, [] as [&str; 0]);
    let none = Project::with(&FILES, knows_names()).await;
    assert!(none.offered.get("codeLensProvider").is_none());
}

#[tokio::test]
async fn code_without_the_sdk_has_none() {
    let files = [("client.ts", CLIENT), ("plain.ts", "export const send = () => 1;\nsend();\n")];
    let mut project = project(&files, &[], json!(true)).await;
    project.client.open(&project.folder.uri("plain.ts"), 1, files[1].1).await;
    project.client.open(&project.folder.uri("client.ts"), 1, CLIENT).await;
    project.client.quiet().await;
    assert_eq!(told(&mut project, "plain.ts").await, [] as [&str; 0]);
    // Of a client without calls only the region is known; there may be calls that are not seen.
    assert_eq!(told(&mut project, "client.ts").await, ["1: US"]);
}

#[tokio::test]
async fn they_are_asked_for_again_when_a_call_elsewhere_is_added() {
    let refreshed = |message: &Value| message["method"] == "workspace/codeLens/refresh";
    let mut project = project(&FILES, &[], json!(true)).await;
    let (uses, send) = (project.folder.uri("uses.ts"), project.folder.uri("send.ts"));
    project.client.open(&send, 1, SEND).await;
    project.client.open(&uses, 1, USES).await;
    project.client.quiet().await;
    project.client.leftovers();
    let change = |version: u32, text: &str| {
        let at = json!({ "start": { "line": 9, "character": 0 }, "end": { "line": 9, "character": 0 } });
        json!({ "textDocument": { "uri": uses, "version": version }, "contentChanges": [{ "range": at, "text": text }] })
    };
    // A comment is no call.
    project.client.notify("textDocument/didChange", change(2, "// nothing\n")).await;
    project.client.quiet().await;
    assert_eq!(project.client.leftovers().into_iter().filter(refreshed).count(), 0);
    project.client.notify("textDocument/didChange", change(3, "send('2', 'more').catch(console.error);\n")).await;
    project.client.next(refreshed).await;
    project.client.quiet().await;
    assert_eq!(told(&mut project, "send.ts").await[0], "1: ends in `track` · 6 callers · 5 events");
}

#[tokio::test]
async fn functions_of_every_form_are_wrappers() {
    const FORMS: &str = "import { cio } from './client';
function declared(id: string) { return cio.identify(id, { plan: 'a' }); }
export const object = { send: (id: string) => cio.identify(id, { plan: 'b' }) };
class Box { static put(id: string) { return cio.identify(id, { plan: 'd' }); } }
exports.written = (id: string) => cio.identify(id, { plan: 'e' });
async function again(id: string): Promise<unknown> { await cio.destroy(id); return again(id); }
export async function all(ids: string[]) {
  await declared('1');
  await object.send('1');
  await Box.put('1');
  ids.forEach(declared);
}
";
    let files = [("client.ts", CLIENT), ("forms.ts", FORMS)];
    let mut project = project(&files, &[], json!({ "clients": false })).await;
    project.client.open(&project.folder.uri("forms.ts"), 1, FORMS).await;
    project.client.quiet().await;
    let wanted =
        ["1: ends in `identify` · 2 callers", "2: ends in `identify` · 1 caller", "3: ends in `identify` · 1 caller"];
    assert_eq!(told(&mut project, "forms.ts").await, wanted, "a function that only calls itself has no callers");
}
