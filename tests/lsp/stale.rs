//! What files are compared with is never older than the files.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, patient, range, real};
use customerio_ls::testing::engine::{Engine, Judged, Look, Real};
use serde_json::{Value, json};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

/// The usual spelling of an event, twice.
const USUAL: &str = "import { TrackClient, RegionUS } from 'customerio-node';
export const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
export const a = (id: string) => cio.track(id, { name: 'signed_up' });
export const b = (id: string) => cio.track(id, { name: 'signed_up' });
";

/// And another one, once.
const OTHER: &str = "import { cio } from './usual';
const c = (id: string) => cio.track(id, { name: 'SignedUp' });
";

/// Hands the client on.
const BARREL: &str = "export { cio } from './usual';\n";

fn pulling() -> Value {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities
}

pub async fn start(options: customerio_ls::testing::lsp::Options, capabilities: Value, folder: &Folder) -> Client {
    let mut client = Client::connect(options);
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.quiet().await;
    client
}

/// The line of the only finding.
fn line(items: &Value) -> Option<u64> {
    let [item] = items.as_array()?.as_slice() else { return None };
    assert_eq!(item["code"], "event-name-inconsistent");
    item["range"]["start"]["line"].as_u64()
}

/// Holds up the judgement of a file of this name, once.
#[derive(Default)]
struct HeldUp(Mutex<Vec<Hold>>);

/// The name of a file, who is told that its judgement has begun, and what ends the wait.
type Hold = (&'static str, Sender<()>, Receiver<()>);

impl HeldUp {
    /// Tells when the judgement has begun; it goes on when the other end is dropped.
    fn hold_up(&self, name: &'static str) -> (Receiver<()>, Sender<()>) {
        let ((begun, begins), (end, ends)) = (channel(), channel());
        self.0.lock().expect("no panic").push((name, begun, ends));
        (begins, end)
    }
}

impl Engine for &'static HeldUp {
    fn judge(&self, look: &Look<'_>) -> Judged {
        let path = look.project.and_then(|(file, modules)| modules.path(file));
        let held_up = {
            let mut all = self.0.lock().expect("no panic");
            let at = all.iter().position(|(name, ..)| path.as_ref().is_some_and(|path| path.ends_with(name)));
            at.map(|at| all.remove(at))
        };
        if let Some((_, begun, ends)) = held_up {
            begun.send(()).expect("the test waits");
            // An error is the end, too.
            let _ = ends.recv();
        }
        Real.judge(look)
    }
}

async fn begins(begins: Receiver<()>) {
    tokio::task::spawn_blocking(move || begins.recv()).await.expect("no panic").expect("it begins");
}

#[tokio::test]
async fn a_look_between_an_edit_and_the_comparison_of_all_files_shows_no_old_places() {
    let engine: &'static HeldUp = Box::leak(Box::default());
    let folder = Folder::new(&[("usual.ts", USUAL), ("other.ts", OTHER), ("slow.ts", BARREL), ("slower.ts", BARREL)]);
    let mut client = start(patient(engine), pulling(), &folder).await;
    let other = folder.uri("other.ts");
    client.open(&other, 1, OTHER).await;
    assert_eq!(line(&client.pull(&other, None).await["result"]["items"]), Some(1));
    client.quiet().await;

    // The project looks at a closed file and so hears of nothing.
    let (slow, end_slow) = engine.hold_up("slow.ts");
    let (slower, end_slower) = engine.hold_up("slower.ts");
    let touch = |name: &str| json!({ "changes": [{ "uri": folder.uri(name), "type": 2 }] });
    folder.write("slow.ts", &format!("{BARREL}// Written.\n"));
    client.notify("workspace/didChangeWatchedFiles", touch("slow.ts")).await;
    begins(slow).await;
    client.change(&other, 2, &[(Some(range(0, 0, 0)), "\n")]).await;
    folder.write("slower.ts", &format!("{BARREL}// Written.\n"));
    client.notify("workspace/didChangeWatchedFiles", touch("slower.ts")).await;
    assert_eq!(line(&client.pull(&other, None).await["result"]["items"]), Some(2), "the document compares itself");
    // It hears of the edit, and looks at another one before it compares all of them.
    drop(end_slow);
    begins(slower).await;
    assert_eq!(line(&client.pull(&other, None).await["result"]["items"]), Some(2), "as it is now");
    drop(end_slower);
    client.quiet().await;
    assert_eq!(line(&client.pull(&other, None).await["result"]["items"]), Some(2));
}

#[tokio::test]
async fn a_place_in_another_file_moves_when_its_line_does_and_its_bytes_do_not() {
    let usual = format!("/* */ {USUAL}");
    let folder = Folder::new(&[("usual.ts", &usual), ("other.ts", OTHER), ("third.ts", OTHER)]);
    for capabilities in [capabilities(), pulling()] {
        let pulls = capabilities["textDocument"]["diagnostic"].is_object();
        let mut client = start(real(), capabilities, &folder).await;
        let (usual_uri, other, third) = (folder.uri("usual.ts"), folder.uri("other.ts"), folder.uri("third.ts"));
        client.open(&usual_uri, 1, &usual).await;
        client.open(&other, 1, OTHER).await;
        client.quiet().await;
        client.change(&usual_uri, 2, &[(Some(range(0, 5, 6)), "\n")]).await;
        client.quiet().await;
        let messages = client.leftovers();
        for uri in [other, third] {
            let diagnostics = if pulls {
                client.pull(&uri, None).await["result"]["items"].clone()
            } else {
                let pushes = messages.iter().rev().filter(|message| message["params"]["uri"] == uri);
                pushes.map(|push| push["params"]["diagnostics"].clone()).next().expect("it was pushed")
            };
            let related = &diagnostics[0]["relatedInformation"];
            let lines: Vec<_> = related.as_array().expect("places").iter().map(|place| &place["location"]).collect();
            let lines: Vec<_> = lines.iter().filter(|place| place["uri"] == usual_uri).collect();
            assert!(!lines.is_empty(), "{diagnostics}");
            assert!(
                lines.iter().all(|place| place["range"]["start"]["line"].as_u64() > Some(2)),
                "{uri}: {diagnostics}"
            );
        }
    }
}

#[tokio::test]
async fn an_open_document_that_the_settings_leave_out_comes_to_rest() {
    let folder =
        Folder::new(&[("usual.ts", USUAL), ("other.ts", OTHER), ("customerio.json", r#"{ "exclude": ["other.ts"] }"#)]);
    for capabilities in [capabilities(), pulling()] {
        let mut client = start(real(), capabilities, &folder).await;
        client.open(&folder.uri("other.ts"), 1, OTHER).await;
        client.quiet().await;
        client.change(&folder.uri("other.ts"), 2, &[(Some(range(0, 0, 0)), "\n")]).await;
        client.quiet().await;
    }
}

/// Returns what a client that asks is told of closed files: the name of each file that has findings, and their codes.
async fn closed(client: &mut Client) -> Vec<String> {
    let params = json!({ "previousResultIds": [] });
    let id = client.ask("workspace/diagnostic", params).await;
    client.quiet().await;
    client.notify("$/cancelRequest", json!({ "id": id })).await;
    let answer = client.response(id).await;
    let items = answer["result"]["items"].as_array().cloned().unwrap_or_default();
    let one = |item: &Value| {
        let name = item["uri"].as_str().expect("a URI").rsplit('/').next().unwrap_or_default();
        let all = item["items"].as_array().expect("a list").iter();
        let codes: Vec<&str> = all.map(|it| it["code"].as_str().expect("a code")).collect();
        format!("{name}: {}", codes.join(", "))
    };
    items.iter().map(one).collect()
}

async fn ask_for_actions(client: &mut Client, uri: &str) -> i64 {
    let params = json!({ "textDocument": { "uri": uri }, "range": range(0, 0, 0), "context": { "diagnostics": [] } });
    client.ask("textDocument/codeAction", params).await
}

/// Lets two looks end, of which a request waits for the older one.
async fn both_end(client: &mut Client, asked: i64, older: Sender<()>, newer: Sender<()>, older_ends_first: bool) {
    if older_ends_first {
        drop(older);
        client.response(asked).await;
        drop(newer);
    } else {
        drop(newer);
        client.quiet().await;
        drop(older);
        client.response(asked).await;
    }
    client.quiet().await;
}

/// Two looks at one document go on at once, and the one that began with the older text ends first.
#[tokio::test]
async fn a_look_at_an_older_text_does_not_take_a_file_out_of_the_comparison() {
    for capabilities in [pulling(), capabilities()] {
        let engine: &'static HeldUp = Box::leak(Box::default());
        let folder = Folder::new(&[("usual.ts", USUAL), ("other.ts", OTHER)]);
        let pulls = capabilities["textDocument"]["diagnostic"].is_object();
        let mut client = start(patient(engine), capabilities, &folder).await;
        let usual = folder.uri("usual.ts");
        client.open(&usual, 1, USUAL).await;
        client.quiet().await;
        client.leftovers();

        let (older, end_older) = engine.hold_up("usual.ts");
        let (newer, end_newer) = engine.hold_up("usual.ts");
        let asked = ask_for_actions(&mut client, &usual).await;
        begins(older).await;
        client.change(&usual, 2, &[(Some(range(0, 0, 0)), "\n")]).await;
        begins(newer).await;
        drop(end_older);
        client.response(asked).await;
        drop(end_newer);
        client.quiet().await;
        if pulls {
            assert_eq!(closed(&mut client).await, ["other.ts: event-name-inconsistent"]);
        } else {
            let lost = |message: &Value| message["params"]["diagnostics"].as_array().is_some_and(Vec::is_empty);
            assert!(!client.leftovers().iter().any(lost), "the finding of the other file stays");
        }
    }
}

/// An event whose name stands in another file, twice.
const NAMED: &str = "import { TrackClient, RegionUS } from 'customerio-node';
import { NAME } from './name';
export const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
export const a = (id: string) => cio.track(id, { name: NAME });
export const b = (id: string) => cio.track(id, { name: NAME });
";

fn named(name: &str) -> String {
    format!("export const NAME = '{name}';\n")
}

/// Two looks at one text go on at once, in two states of the project, and each may end last.
#[tokio::test]
async fn what_a_look_came_to_goes_with_the_project_that_it_was_made_in() {
    for older_ends_first in [true, false] {
        let engine: &'static HeldUp = Box::leak(Box::default());
        let other = OTHER.replace("./usual", "./named");
        let folder = Folder::new(&[("name.ts", &named("left")), ("named.ts", NAMED), ("other.ts", &other)]);
        let mut client = start(patient(engine), pulling(), &folder).await;
        client.open(&folder.uri("named.ts"), 1, NAMED).await;
        client.quiet().await;

        let (older, end_older) = engine.hold_up("named.ts");
        let (newer, end_newer) = engine.hold_up("named.ts");
        let asked = ask_for_actions(&mut client, &folder.uri("named.ts")).await;
        begins(older).await;
        folder.write("name.ts", &named("signed_up"));
        let change = json!({ "changes": [{ "uri": folder.uri("name.ts"), "type": 2 }] });
        client.notify("workspace/didChangeWatchedFiles", change).await;
        begins(newer).await;
        both_end(&mut client, asked, end_older, end_newer, older_ends_first).await;
        assert_eq!(closed(&mut client).await, ["other.ts: event-name-inconsistent"], "{older_ends_first}");
    }
}

/// The settings change while a look goes on; what it came to does not count as made with the new ones.
#[tokio::test]
async fn what_a_look_came_to_goes_with_the_settings_that_it_was_made_with() {
    for older_ends_first in [true, false] {
        let engine: &'static HeldUp = Box::leak(Box::default());
        let other = OTHER.replace("./usual", "./lib/usual");
        let files =
            [("lib/usual.ts", USUAL), ("lib/customerio.json", "{}"), ("other.ts", &other), ("package.json", "{}")];
        let folder = Folder::new(&files);
        let mut client = start(patient(engine), pulling(), &folder).await;
        let usual = folder.uri("lib/usual.ts");
        client.open(&usual, 1, USUAL).await;
        client.quiet().await;
        assert_eq!(closed(&mut client).await, ["other.ts: event-name-inconsistent"]);

        let (older, end_older) = engine.hold_up("usual.ts");
        let (newer, end_newer) = engine.hold_up("usual.ts");
        let asked = ask_for_actions(&mut client, &usual).await;
        begins(older).await;
        folder.write("lib/customerio.json", r#"{ "rules": { "event-name-inconsistent": "off" } }"#);
        let change = json!({ "changes": [{ "uri": folder.uri("lib/customerio.json"), "type": 2 }] });
        client.notify("workspace/didChangeWatchedFiles", change).await;
        begins(newer).await;
        both_end(&mut client, asked, end_older, end_newer, older_ends_first).await;
        assert_eq!(closed(&mut client).await, ["other.ts: event-name-snake-case"], "{older_ends_first}");
    }
}

/// As long as nothing in a project names the SDK, it does not matter what its documents say; then it does.
#[tokio::test]
async fn a_document_counts_that_was_edited_before_anything_reached_the_sdk() {
    let other =
        "import { cio } from './client';\nimport { NAME } from './name';\nawait cio.track('1', { name: NAME });\n";
    for capabilities in [capabilities(), pulling()] {
        let folder = Folder::new(&[("name.ts", &named("left")), ("other.ts", other)]);
        let pulls = capabilities["textDocument"]["diagnostic"].is_object();
        let mut client = start(real(), capabilities, &folder).await;
        let name = folder.uri("name.ts");
        client.open(&name, 1, &named("left")).await;
        client.change(&name, 2, &[(Some(range(0, 21, 25)), "Went Away")]).await;
        client.quiet().await;
        folder.write("client.ts", CLIENT);
        let change = json!({ "changes": [{ "uri": folder.uri("client.ts"), "type": 1 }] });
        client.notify("workspace/didChangeWatchedFiles", change).await;
        client.quiet().await;
        let codes = match pulls {
            true => closed(&mut client).await,
            false => {
                let pushed = client.leftovers().into_iter().rfind(|it| it["params"]["uri"] == folder.uri("other.ts"));
                let diagnostics = pushed.map(|it| it["params"]["diagnostics"].clone()).unwrap_or_default();
                let all = diagnostics.as_array().cloned().unwrap_or_default();
                all.iter().map(|it| format!("other.ts: {}", it["code"].as_str().expect("a code"))).collect()
            }
        };
        assert_eq!(codes, ["other.ts: event-name-snake-case"], "pulls: {pulls}");
    }
}

/// A folder goes while a look at one of its files goes on.
#[tokio::test]
async fn a_folder_that_went_leaves_no_findings_behind() {
    for capabilities in [capabilities(), pulling()] {
        let engine: &'static HeldUp = Box::leak(Box::default());
        let two = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER), ("open.ts", CALLER)]);
        let one = Folder::new(&[]);
        let pulls = capabilities["textDocument"]["diagnostic"].is_object();
        let folders = json!([{ "uri": one.uri("") }, { "uri": two.uri("") }]);
        let mut client = Client::connect(patient(engine));
        let (slow, end_slow) = engine.hold_up("a.ts");
        client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": folders })).await;
        client.open(&two.uri("open.ts"), 1, CALLER).await;
        begins(slow).await;
        let event = json!({ "added": [], "removed": [{ "uri": two.uri(""), "name": "two" }] });
        client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event })).await;
        // The look ends when the project is over: what is asked after the folder went is answered then. Nothing else comes
        // for certain, for the open document may not have been shown with anything.
        let hover = json!({ "textDocument": { "uri": two.uri("open.ts") }, "position": { "line": 0, "character": 0 } });
        client.request("textDocument/hover", hover).await;
        drop(end_slow);
        client.quiet().await;
        if pulls {
            assert_eq!(closed(&mut client).await, [""; 0]);
            let open = client.pull(&two.uri("open.ts"), None).await;
            assert_eq!(open["result"]["items"], json!([]), "by itself it does not name the SDK");
        } else {
            let mut shown = std::collections::BTreeMap::new();
            for message in client.leftovers() {
                if message["method"] == "textDocument/publishDiagnostics" {
                    shown.insert(message["params"]["uri"].to_string(), message["params"]["diagnostics"].clone());
                }
            }
            shown.retain(|_, diagnostics| *diagnostics != json!([]));
            assert!(shown.is_empty(), "{shown:?}");
        }
    }
}
