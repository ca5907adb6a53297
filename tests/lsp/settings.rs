//! Settings from the editor and from files: what is right applies, what is wrong is told where it stands.

use super::support::{Client, capabilities, range, real};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use tower_lsp::lsp_types::Url;

/// One finding of `timestamp-milliseconds`, an error.
const TEXT: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
export const greet = (id: string) => cio.identify(id, { created_at: Date.now() });
";

fn uri(path: &Path) -> String {
    Url::from_file_path(path).expect("an absolute path").to_string()
}

struct Project {
    folder: TempDir,
    client: Client,
}

impl Project {
    async fn new(change: impl Fn(&mut Value)) -> Self {
        let folder = TempDir::new().expect("a folder");
        let mut client = Client::connect(real());
        let mut params = json!({ "capabilities": capabilities(), "workspaceFolders": [{ "uri": uri(folder.path()) }] });
        change(&mut params);
        client.initialize(params).await;
        Self { folder, client }
    }

    fn uri(&self, name: &str) -> String {
        uri(&self.folder.path().join(name))
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("a file");
    }

    async fn save(&mut self, name: &str) {
        let params = json!({ "textDocument": { "uri": self.uri(name) } });
        self.client.notify("textDocument/didSave", params).await;
    }

    /// The severities of the next diagnostics of `name`.
    async fn severities(&mut self, name: &str) -> Vec<i64> {
        let push = self.client.pushed(&self.uri(name)).await;
        push["diagnostics"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|d| d["severity"].as_i64().expect("a number"))
            .collect()
    }
}

#[tokio::test]
async fn initialization_options_apply_and_what_is_wrong_in_them_is_said_once() {
    let mut project = Project::new(|params| {
        params["initializationOptions"] =
            json!({ "customerio": { "rules": { "timestamp-milliseconds": "hint", "no-such-rule": "error" } } });
    })
    .await;
    for name in ["a.ts", "b.ts"] {
        project.client.open(&project.uri(name), 1, TEXT).await;
        assert_eq!(project.severities(name).await, [4]);
    }
    let said = project.client.next(|m| m["method"] == "window/showMessage").await;
    assert!(said["params"]["message"].as_str().expect("text").contains("no-such-rule"), "{said}");
    project.client.request("shutdown", Value::Null).await;
    assert!(project.client.leftovers().is_empty());
}

#[tokio::test]
async fn a_client_that_is_asked_answers_and_is_asked_again_when_something_changes() {
    let mut project = Project::new(|params| params["capabilities"]["workspace"]["configuration"] = json!(true)).await;
    let asked = project.client.next(|m| m["method"] == "workspace/configuration").await;
    let folder = uri(project.folder.path());
    let items = json!([{ "scopeUri": folder, "section": "customerio" }, { "section": "customerio" }]);
    assert_eq!(asked["params"]["items"], items);
    project.client.open(&project.uri("a.ts"), 1, TEXT).await;
    assert_eq!(project.severities("a.ts").await, [1]);
    project.client.configuration = Some(json!({ "rules": { "timestamp-milliseconds": "warning" } }));
    project.client.notify("workspace/didChangeConfiguration", json!({ "settings": null })).await;
    assert_eq!(project.severities("a.ts").await, [2]);
}

#[tokio::test]
async fn a_client_that_cannot_be_asked_sends_its_settings() {
    let mut project = Project::new(|_| {}).await;
    project.client.open(&project.uri("a.ts"), 1, TEXT).await;
    assert_eq!(project.severities("a.ts").await, [1]);
    let settings = json!({ "settings": { "customerio": { "rules": { "timestamp-milliseconds": "off" } } } });
    project.client.notify("workspace/didChangeConfiguration", settings).await;
    assert_eq!(project.severities("a.ts").await, [] as [i64; 0]);
    project.client.notify("workspace/didChangeConfiguration", Value::Null).await;
    assert_eq!(project.severities("a.ts").await, [1]);
}

#[tokio::test]
async fn a_settings_file_is_read_again_when_something_is_saved() {
    let mut project = Project::new(|_| {}).await;
    project.write("customerio.json", r#"{ "rules": { "timestamp-milliseconds": "info" } }"#);
    project.client.open(&project.uri("a.ts"), 1, TEXT).await;
    assert_eq!(project.severities("a.ts").await, [3]);
    project.write("customerio.json", r#"{ "exclude": ["a.ts"] }"#);
    project.save("a.ts").await;
    assert_eq!(project.severities("a.ts").await, [] as [i64; 0]);
    fs::remove_file(project.folder.path().join("customerio.json")).expect("it was there");
    project.client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] })).await;
    assert_eq!(project.severities("a.ts").await, [1]);
}

#[tokio::test]
async fn what_is_wrong_in_a_settings_file_is_shown_there_until_it_is_mended() {
    let mut project = Project::new(|_| {}).await;
    let file = project.uri("customerio.json");
    project.write("customerio.json", "{\n  // loud\n  \"rules\": { \"timestamp-milliseconds\": \"shout\" }\n}");
    project.client.open(&project.uri("a.ts"), 1, TEXT).await;
    let push = project.client.pushed(&file).await;
    assert_eq!(push["diagnostics"][0]["range"], range(2, 39, 46));
    assert_eq!(push["diagnostics"][0]["source"], "customerio");
    assert_eq!(project.severities("a.ts").await, [1]);
    project.write("customerio.json", "{}");
    project.save("customerio.json").await;
    assert_eq!(project.client.pushed(&file).await["diagnostics"], json!([]));
    project.write("customerio.json", "{");
    project.save("customerio.json").await;
    assert_eq!(project.client.pushed(&file).await["diagnostics"].as_array().map(Vec::len), Some(1));
    // Nobody is left whom it concerns.
    project.client.close(&project.uri("a.ts")).await;
    assert_eq!(project.client.pushed(&file).await["diagnostics"], json!([]));
}

#[tokio::test]
async fn a_client_that_pulls_is_told_in_a_message_and_in_the_open_settings_file() {
    let mut project = Project::new(|params| {
        params["capabilities"]["textDocument"]["diagnostic"] = json!({});
        params["capabilities"]["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    })
    .await;
    let file = project.uri("customerio.json");
    project.write("customerio.json", r#"{ "rulez": {} }"#);
    project.client.open_as(&file, "json", 1, r#"{ "rulez": {} }"#).await;
    let response = project.client.pull(&file, None).await;
    assert_eq!(response["result"]["items"][0]["range"], range(0, 2, 9));
    let said = project.client.next(|m| m["method"] == "window/showMessage").await;
    assert!(said["params"]["message"].as_str().expect("text").contains("rulez"), "{said}");
}

#[tokio::test]
async fn the_open_file_of_the_account_is_one_of_settings() {
    let mut project = Project::new(|params| {
        params["capabilities"]["textDocument"]["diagnostic"] = json!({});
        params["capabilities"]["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    })
    .await;
    let wrong = r#"{ "account": { "eventz": [] } }"#;
    project.write("customerio.json", r#"{ "extends": "./customerio.account.json" }"#);
    project.write("customerio.account.json", wrong);
    let file = project.uri("customerio.account.json");
    project.client.open_as(&file, "json", 1, wrong).await;
    let response = project.client.pull(&file, None).await;
    assert_eq!(response["result"]["items"][0]["range"], range(0, 15, 23), "{response}");
}

#[tokio::test]
async fn a_client_that_pulls_is_asked_to_pull_again_when_settings_change() {
    let mut project = Project::new(|params| {
        params["capabilities"]["textDocument"]["diagnostic"] = json!({});
        params["capabilities"]["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    })
    .await;
    let file = project.uri("a.ts");
    project.client.open(&file, 1, TEXT).await;
    assert_eq!(project.client.pull(&file, None).await["result"]["items"].as_array().map(Vec::len), Some(1));
    let settings = json!({ "settings": { "rules": { "timestamp-milliseconds": "off" } } });
    project.client.notify("workspace/didChangeConfiguration", settings).await;
    project.client.next(|m| m["method"] == "workspace/diagnostic/refresh").await;
    assert_eq!(project.client.pull(&file, None).await["result"]["items"], json!([]));
}

#[tokio::test]
async fn news_are_asked_for_where_the_client_can_give_them() {
    let mut project = Project::new(|params| {
        params["capabilities"]["workspace"]["didChangeConfiguration"] = json!({ "dynamicRegistration": true });
        params["capabilities"]["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    })
    .await;
    let asked = project.client.next(|m| m["method"] == "client/registerCapability").await;
    let methods: Vec<&str> = asked["params"]["registrations"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|r| r["method"].as_str().expect("text"))
        .collect();
    assert_eq!(methods, ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
}

#[tokio::test]
async fn what_others_wrote_is_left_alone() {
    let mut project = Project::new(|_| {}).await;
    let theirs = project.uri("node_modules/lib/index.ts");
    project.client.open(&theirs, 1, TEXT).await;
    project.client.open(&project.uri("a.ts"), 1, TEXT).await;
    assert_eq!(project.severities("a.ts").await, [1]);
    assert_eq!(project.client.actions(&theirs, range(2, 70, 70), json!({})).await, [] as [Value; 0]);
    assert!(project.client.leftovers().is_empty());
}

#[tokio::test]
async fn categories_and_presets_are_switched_from_the_editor() {
    for (settings, severities) in [
        (json!({}), &[1][..]),
        // A rule that is not recommended speaks, too.
        (json!({ "preset": "all", "categories": {} }), &[1, 3]),
        (json!({ "preset": null, "categories": { "timestamps": "hint" } }), &[4]),
        (json!({ "categories": { "timestamps": "off" } }), &[]),
        (json!({ "categories": { "timestamps": "off" }, "rules": { "timestamp-milliseconds": "warning" } }), &[2]),
    ] {
        let mut project = Project::new(|params| params["initializationOptions"] = settings.clone()).await;
        // Something is found in any case, so that there is a message to wait for.
        let idle = "// customerio-disable-next-line wrong-api-key\n";
        project.client.open(&project.uri("a.ts"), 1, &format!("{TEXT}{idle}")).await;
        let mut found = project.severities("a.ts").await;
        found.sort_unstable();
        let mut wanted = [severities, &[2]].concat();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{settings}");
    }
}

/// Sends one event that no list has.
const SENDS: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
export const greet = (id: string) => cio.track(id, { name: 'greted_ada' });
";

#[tokio::test]
async fn what_the_account_has_counts_at_once() {
    let listed = |events: &[&str]| json!({ "settings": { "customerio": { "account": { "events": events } } } });
    let mut project =
        Project::new(|params| params["initializationOptions"] = listed(&["paid"])["settings"].take()).await;
    project.client.open(&project.uri("a.ts"), 1, SENDS).await;
    assert_eq!(project.severities("a.ts").await, [3]);
    project.client.notify("workspace/didChangeConfiguration", listed(&["paid", "greeted_ada"])).await;
    assert_eq!(project.severities("a.ts").await, [2]);
    project.client.notify("workspace/didChangeConfiguration", listed(&["paid", "greted_*"])).await;
    assert_eq!(project.severities("a.ts").await, [] as [i64; 0]);
    project.client.notify("workspace/didChangeConfiguration", listed(&[])).await;
    assert_eq!(project.severities("a.ts").await, [3], "a list without events is one");
}

#[tokio::test]
async fn a_list_in_a_file_of_its_own_is_read_again_when_it_changes() {
    const LIST: &str = "customerio.account.json";
    let mut project = Project::new(|_| {}).await;
    project.write("customerio.json", r#"{ "extends": "./customerio.account.json" }"#);
    project.write(LIST, r#"{ "account": { "events": ["paid"] } }"#);
    project.client.open(&project.uri("a.ts"), 1, SENDS).await;
    assert_eq!(project.severities("a.ts").await, [3]);
    project.write(LIST, r#"{ "account": { "events": ["paid", "greted_ada"] } }"#);
    let changes = json!({ "changes": [{ "uri": project.uri(LIST), "type": 2 }] });
    project.client.notify("workspace/didChangeWatchedFiles", changes).await;
    assert_eq!(project.severities("a.ts").await, [] as [i64; 0]);
}

#[tokio::test]
async fn a_message_about_settings_says_why_first_and_leads_to_the_place() {
    let mut project = Project::new(|params| {
        params["capabilities"]["textDocument"]["diagnostic"] = json!({});
        params["capabilities"]["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
        params["capabilities"]["window"] = json!({ "showDocument": { "support": true } });
        params["initializationOptions"] = json!({ "rules": { "no-such-rule": "off" } });
    })
    .await;
    let said = project.client.next(|m| m["method"] == "window/showMessage").await;
    let message = said["params"]["message"].as_str().expect("text");
    assert!(message.ends_with("(editor setting `customerio.rules.no-such-rule`)"), "{message}");
    project.client.chosen = json!({ "title": "Open" });
    std::fs::write(project.folder.path().join("customerio.json"), "\n{ \"rulez\": {} }").expect("a file");
    project.client.open(&project.uri("a.ts"), 1, TEXT).await;
    let asked = project.client.next(|m| m["method"] == "window/showMessageRequest").await;
    let message = asked["params"]["message"].as_str().expect("text");
    assert!(message.ends_with("(customerio.json:2:3)"), "{message}");
    let shown = project.client.next(|m| m["method"] == "window/showDocument").await;
    assert_eq!(shown["params"]["uri"], project.uri("customerio.json"));
    assert_eq!(shown["params"]["selection"], range(1, 2, 9));
    // The same mistake in another line is no news.
    std::fs::write(project.folder.path().join("customerio.json"), "\n\n{ \"rulez\": {} }").expect("a file");
    project.client.open(&project.uri("b.ts"), 1, TEXT).await;
    project.client.request("shutdown", Value::Null).await;
    let rest = project.client.leftovers();
    assert!(rest.iter().all(|message| message["method"] != "window/showMessageRequest"), "{rest:?}");
}
