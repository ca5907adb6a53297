//! The editor's text beats the disk for everyone who builds on it, and an edit costs no more than it has to.

use super::support::{BARRIER, Barrier, CALLER, CLIENT, Client, Counting, Folder, capabilities, counted, range};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Seconds, and a helper that says so.
const CLOCK: &str = "import type {} from 'customerio-node';
export const now = () => Math.floor(Date.now() / 1000);
";

/// Sends what the clock says.
const SENDER: &str = "import { cio } from './client';
import { now } from './clock';
export const greet = (id: string) => cio.identify(id, { created_at: now() });
";

async fn start(folder: &Folder, engine: &Arc<Counting>) -> Client {
    let mut client = Client::connect(counted(engine));
    let mut capabilities = capabilities();
    capabilities["window"] = json!({ "workDoneProgress": true });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.progressed("end").await;
    client
}

/// The judgements since the last time this was asked, those of the barrier left out.
fn judged(engine: &Counting) -> BTreeMap<String, usize> {
    let mut counts = engine.take();
    counts.retain(|name, _| !["source.ts", "user.ts"].contains(&name.as_str()));
    counts
}

fn counts<const N: usize>(counts: [(&str, usize); N]) -> BTreeMap<String, usize> {
    counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect()
}

#[tokio::test]
async fn unsaved_text_counts_for_all_who_import_it_open_or_closed() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("clock.ts", CLOCK), ("a.ts", SENDER), ("b.ts", SENDER)]);
    let mut client = start(&folder, &Arc::default()).await;
    let clock = folder.uri("clock.ts");
    client.open(&clock, 1, CLOCK).await;
    client.open(&folder.uri("a.ts"), 1, SENDER).await;
    client.change(&clock, 2, &[(None, &CLOCK.replace("Math.floor(Date.now() / 1000)", "Date.now()"))]).await;
    for name in ["a.ts", "b.ts"] {
        let push = client.pushed(&folder.uri(name)).await;
        assert_eq!(push["diagnostics"][0]["code"], "timestamp-milliseconds", "{name}: {push}");
    }
    client.close(&clock).await;
    for name in ["a.ts", "b.ts"] {
        assert_eq!(client.pushed(&folder.uri(name)).await["diagnostics"], json!([]), "{name}");
    }
}

#[tokio::test]
async fn an_edit_is_judged_where_it_is_made_and_where_it_can_be_seen() {
    let engine = Arc::<Counting>::default();
    // What goes through the barrel beside the clock has not used the clock.
    let (barrel, beside) =
        ("export { now } from './clock';\nexport { cio } from './client';\n", CALLER.replace("client", "barrel"));
    let files = [
        ("client.ts", CLIENT),
        ("clock.ts", CLOCK),
        ("barrel.ts", barrel),
        ("a.ts", SENDER),
        ("b.ts", SENDER),
        ("c.ts", CALLER),
        ("d.ts", &beside),
    ];
    let folder = Folder::new(&[&files[..], &BARRIER].concat());
    let mut client = start(&folder, &engine).await;
    let once = files.map(|(name, _)| (name, 1));
    assert_eq!(judged(&engine), counts(once));
    let mut barrier = Barrier::new(&mut client, &folder).await;
    let clock = folder.uri("clock.ts");
    client.open(&clock, 1, CLOCK).await;
    // Nobody can see an empty line.
    client.change(&clock, 2, &[(Some(range(1, 0, 0)), "\n")]).await;
    barrier.pass(&mut client, &[&clock]).await;
    let judged_then = judged(&engine);
    assert_eq!(judged_then.keys().collect::<Vec<_>>(), ["clock.ts"], "{judged_then:?}");
    client.change(&clock, 3, &[(None, &CLOCK.replace("Math.floor(Date.now() / 1000)", "Date.now()"))]).await;
    barrier.pass(&mut client, &[&clock]).await;
    let mut judged_then = judged(&engine);
    assert!(judged_then.remove("clock.ts").is_some());
    assert_eq!(judged_then, counts([("a.ts", 1), ("b.ts", 1)]));
}

#[tokio::test]
async fn a_document_begins_and_ceases_to_reach_the_sdk_while_it_is_typed() {
    let folder =
        Folder::new(&[("client.ts", CLIENT), ("a.ts", "export {};\n"), ("b.ts", &CALLER.replace("client", "a"))]);
    let mut client = start(&folder, &Arc::default()).await;
    let a = folder.uri("a.ts");
    client.open(&a, 1, "export {};\n").await;
    client.change(&a, 2, &[(None, &format!("{CALLER}export {{ cio }};\n"))]).await;
    assert_eq!(client.pushed(&a).await["diagnostics"].as_array().map(Vec::len), Some(1));
    // And with it who imports it.
    assert_eq!(client.pushed(&folder.uri("b.ts")).await["diagnostics"].as_array().map(Vec::len), Some(1));
    client.change(&a, 3, &[(None, "export {};\n")]).await;
    assert_eq!(client.pushed(&a).await["diagnostics"], json!([]));
    assert_eq!(client.pushed(&folder.uri("b.ts")).await["diagnostics"], json!([]));
}

#[tokio::test]
async fn the_first_import_of_the_sdk_in_a_project_is_noticed() {
    let folder = Folder::new(&[("client.ts", "export {};\n"), ("greet.ts", CALLER)]);
    let mut client = start(&folder, &Arc::default()).await;
    client.open(&folder.uri("client.ts"), 1, "export {};\n").await;
    client.change(&folder.uri("client.ts"), 2, &[(None, CLIENT)]).await;
    assert_eq!(client.pushed(&folder.uri("greet.ts")).await["diagnostics"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_slow_closed_file_does_not_hold_up_an_open_one() {
    let engine = Arc::<Counting>::default();
    let gate = engine.gate("slow.ts");
    gate.close();
    let folder = Folder::new(&[("client.ts", CLIENT), ("greet.ts", CALLER), ("slow.ts", CALLER)]);
    let mut client = Client::connect(counted(&engine));
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.open(&folder.uri("client.ts"), 1, CLIENT).await;
    for version in 2..20 {
        let wrong = if version % 2 == 0 { "'key'" } else { "process.env.CIO_TRACK_KEY!" };
        let text = format!("{CLIENT}export const other = new TrackClient({wrong});\n");
        client.change(&folder.uri("client.ts"), version, &[(None, &text)]).await;
        client.pushed_for(&folder.uri("client.ts"), i64::from(version)).await;
    }
    gate.open();
    client.pushed(&folder.uri("slow.ts")).await;
}

#[tokio::test]
async fn nothing_piles_up_over_many_edits() {
    let engine = Arc::<Counting>::default();
    let files = [("client.ts", CLIENT), ("clock.ts", CLOCK), ("a.ts", SENDER), ("b.ts", SENDER)];
    let folder = Folder::new(&[&files[..], &BARRIER].concat());
    let mut client = start(&folder, &engine).await;
    let mut barrier = Barrier::new(&mut client, &folder).await;
    let clock = folder.uri("clock.ts");
    client.open(&clock, 0, CLOCK).await;
    let seconds = "Math.floor(Date.now() / 1000)";
    for version in 1..=10_000 {
        // Half of them can be seen by others.
        match version % 4 {
            0 => client.change(&clock, version, &[(Some(range(0, 0, 0)), " ")]).await,
            1 => client.change(&clock, version, &[(None, &CLOCK.replace(seconds, "Date.now()"))]).await,
            2 => client.change(&clock, version, &[(Some(range(0, 0, 0)), "\n")]).await,
            _ => client.change(&clock, version, &[(None, CLOCK)]).await,
        }
    }
    barrier.pass(&mut client, &[&clock]).await;
    // Of each file as it is now; those of the two open ones may be there as they were, too.
    let kept = engine.kept();
    assert!((6..=8).contains(&kept), "{kept} facts of 6 files are kept");
    client.request("shutdown", Value::Null).await;
}
