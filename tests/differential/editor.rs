//! A client with its documents, and what it shows.

use super::compare::{Shown, allowed, named, path_of};
use super::disk::Disk;
use super::support::{Client, capabilities};
use customerio_ls::testing::lsp::Options;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tower_lsp::lsp_types::Url;

/// How the client gets its diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Push,
    Pull,
}

/// A document as the client has it.
#[derive(Clone)]
pub struct Open {
    pub uri: String,
    pub version: i32,
    pub text: String,
    /// Texts that it had.
    pub before: Vec<String>,
}

/// A client and what it was sent.
pub struct Editor {
    pub client: Client,
    mode: Mode,
    /// By URI, as it came.
    pub shown: BTreeMap<String, Value>,
    /// What the client has of a pull.
    ids: BTreeMap<String, Value>,
    /// What it was last told of open documents when it asked.
    told: BTreeMap<String, Told>,
    /// Whether it was told since to ask again.
    refreshed: bool,
}

/// An answer to a question about one document.
struct Told {
    version: i32,
    id: Value,
    items: Value,
}

impl Editor {
    pub async fn start(disk: &Disk, mode: Mode, configuration: Value, options: Options) -> Self {
        let mut capabilities = capabilities();
        capabilities["general"] = json!({});
        capabilities["workspace"]["configuration"] = json!(true);
        capabilities["workspace"]["didChangeConfiguration"] = json!({ "dynamicRegistration": true });
        capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
        if mode == Mode::Pull {
            capabilities["textDocument"]["diagnostic"] = json!({});
            capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
        }
        let mut client = Client::connect(options);
        client.configuration = Some(configuration);
        let uri = Url::from_directory_path(disk.root()).expect("a folder");
        let folders = json!([{ "uri": uri, "name": "fuzz" }]);
        client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": folders })).await;
        Self { client, mode, shown: BTreeMap::new(), ids: BTreeMap::new(), told: BTreeMap::new(), refreshed: false }
    }

    pub async fn close(&mut self, uri: &str) {
        self.client.close(uri).await;
        self.told.remove(uri);
    }

    pub async fn open(&mut self, open: &Open) {
        let language = match open.uri.rsplit('.').next() {
            Some("vue") => "vue",
            Some("md") => "markdown",
            Some("mdx") => "mdx",
            _ => "typescript",
        };
        self.client.open_as(&open.uri, language, open.version, &open.text).await;
    }

    /// Returns what it shows once nothing goes on.
    pub async fn rest(&mut self, disk: &Disk, documents: &BTreeMap<String, Open>) -> Result<Shown, String> {
        self.client.quiet().await;
        for message in self.leftovers() {
            if message["method"] == "textDocument/publishDiagnostics" {
                let uri = message["params"]["uri"].as_str().expect("a URI").to_owned();
                self.shown.insert(uri, message["params"]["diagnostics"].clone());
            }
        }
        if self.mode == Mode::Pull {
            self.pull(documents).await?;
            // What was pulled may have been news.
            self.client.quiet().await;
            self.leftovers();
        }
        let mut all = Shown::new();
        for (uri, diagnostics) in &self.shown {
            if diagnostics.as_array().is_none_or(Vec::is_empty) {
                continue;
            }
            let name = disk.name(&path_of(uri)).ok_or_else(|| format!("{uri} lies elsewhere"))?;
            if let Some(open) = documents.get(&name)
                && allowed(&open.uri) != allowed(uri)
            {
                return Err(format!("{uri} is open as {} and still shown", open.uri));
            }
            if all.insert(name, named(diagnostics, disk)).is_some() {
                return Err(format!("{uri} is shown twice"));
            }
        }
        Ok(all)
    }

    fn leftovers(&mut self) -> Vec<Value> {
        let all = self.client.leftovers();
        self.refreshed |= all.iter().any(|message| message["method"] == "workspace/diagnostic/refresh");
        all
    }

    async fn pull(&mut self, documents: &BTreeMap<String, Open>) -> Result<(), String> {
        let previous: Vec<Value> = self.ids.iter().map(|(uri, id)| json!({ "uri": uri, "value": id })).collect();
        let params = json!({ "previousResultIds": previous, "partialResultToken": "all" });
        let id = self.client.ask("workspace/diagnostic", params).await;
        self.client.quiet().await;
        self.client.notify("$/cancelRequest", json!({ "id": id })).await;
        self.client.response(id).await;
        for message in self.leftovers() {
            if message["method"] != "$/progress" || message["params"]["token"] != "all" {
                continue;
            }
            for item in message["params"]["value"]["items"].as_array().into_iter().flatten() {
                let uri = item["uri"].as_str().expect("a URI").to_owned();
                match &item["resultId"] {
                    Value::Null => drop(self.ids.remove(&uri)),
                    id => drop(self.ids.insert(uri.clone(), id.clone())),
                }
                self.shown.insert(uri, item["items"].clone());
            }
        }
        let refreshed = std::mem::take(&mut self.refreshed);
        self.told.retain(|uri, _| documents.values().any(|open| open.uri == *uri));
        for open in documents.values() {
            let before = self.told.remove(&open.uri);
            let previous = before.as_ref().and_then(|told| told.id.as_str());
            let result = self.client.pull(&open.uri, previous).await["result"].take();
            let items = match (&before, result["kind"] == "unchanged") {
                (Some(before), true) => before.items.clone(),
                _ => result["items"].clone(),
            };
            // Of its own accord it asks only when the text changes.
            if let Some(before) = before.filter(|before| before.version == open.version && before.items != items)
                && !refreshed
            {
                let (uri, before) = (&open.uri, before.items);
                return Err(format!("the client was not told that {uri} has other findings: {before} {items}"));
            }
            // What was said of it while it was closed does not count.
            self.shown.retain(|uri, _| path_of(uri) != path_of(&open.uri));
            self.shown.insert(open.uri.clone(), items.clone());
            let told = Told { version: open.version, id: result["resultId"].clone(), items };
            self.told.insert(open.uri.clone(), told);
        }
        Ok(())
    }

    pub async fn end(mut self) {
        self.client.request("shutdown", Value::Null).await;
        self.client.notify("exit", Value::Null).await;
        self.client.ended().await;
    }
}
