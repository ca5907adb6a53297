//! A project in an editor that knows all that is offered for names. `¦` marks the place of a question.

use super::client::{Client, capabilities, position};
use super::engines::real;
use super::folder::Folder;
use customerio_ls::testing::text::position::to_offset;
use customerio_ls::testing::text::{Encoding, LineColumn, TextEdit, TextRange, apply_edits};
use ropey::Rope;
use serde_json::{Value, json};

/// The mark.
pub const MARK: char = '¦';

/// The project.
pub struct Project {
    pub folder: Folder,
    pub client: Client,
    /// The capabilities of the server.
    pub offered: Value,
}

/// The capabilities of an editor that knows everything.
pub fn knows_names() -> Value {
    let mut all = capabilities();
    all["general"]["positionEncodings"] = json!(["utf-16"]);
    all["window"] = json!({ "workDoneProgress": true });
    all["workspace"]["workspaceEdit"]["changeAnnotationSupport"] = json!({ "groupsOnLabel": true });
    all["workspace"]["symbol"] = json!({});
    let about = &mut all["textDocument"];
    about["hover"] = json!({ "contentFormat": ["markdown", "plaintext"] });
    about["references"] = json!({});
    about["documentHighlight"] = json!({});
    about["definition"] = json!({});
    about["rename"] = json!({ "prepareSupport": true });
    about["documentSymbol"] = json!({ "hierarchicalDocumentSymbolSupport": true });
    about["documentLink"] = json!({});
    about["completion"] = json!({
        "completionItem": {
            "snippetSupport": true, "documentationFormat": ["markdown"], "insertReplaceSupport": true,
            "resolveSupport": { "properties": ["documentation"] },
        },
    });
    all
}

impl Project {
    /// Files on disk, in an editor that has looked at all of them.
    pub async fn of(files: &[(&str, &str)]) -> Self {
        Self::with(files, knows_names()).await
    }

    /// As [`Project::of`], in an editor with these capabilities.
    pub async fn with(files: &[(&str, &str)], capabilities: Value) -> Self {
        let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (*name, text.replace(MARK, ""))).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let folder = Folder::new(&files);
        let mut client = Client::connect(real());
        let params =
            json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri(""), "name": "shop" }] });
        let offered = client.initialize(params).await.result["capabilities"].clone();
        client.quiet().await;
        Self { folder, client, offered }
    }

    /// Opens a file with a marked text; the parameters of a question about the mark.
    pub async fn open(&mut self, name: &str, marked: &str) -> Value {
        let uri = self.folder.uri(name);
        self.client.open(&uri, 1, &marked.replace(MARK, "")).await;
        self.client.quiet().await;
        json!({ "textDocument": { "uri": uri }, "position": place(marked) })
    }

    /// The result of a request.
    pub async fn ask(&mut self, method: &str, params: Value) -> Value {
        let response = self.client.request(method, params).await;
        assert!(response.get("error").is_none(), "{method}: {response}");
        response["result"].clone()
    }

    /// The result of a request about the mark in a text that is opened, and closed again.
    pub async fn at(&mut self, method: &str, name: &str, marked: &str) -> Value {
        let params = self.open(name, marked).await;
        let result = self.ask(method, params).await;
        self.client.close(&self.folder.uri(name)).await;
        self.client.quiet().await;
        result
    }

    /// Places as `file:line:column-column`, counted from 0.
    pub fn places(&self, locations: &Value) -> Vec<String> {
        let root = self.folder.uri("");
        let all = locations.as_array().map(Vec::as_slice).unwrap_or_default();
        let shown = |location: &Value| {
            let file = location["uri"].as_str().expect("a URI").trim_start_matches(&root).trim_start_matches('/');
            format!("{file}:{}", columns(&location["range"]))
        };
        all.iter().map(shown).collect()
    }

    /// A file after the changes of an edit, by its text before.
    pub fn after(&self, edit: &Value, name: &str, before: &str) -> String {
        let uri = self.folder.uri(name);
        let changes = edit["documentChanges"].as_array().cloned().unwrap_or_default();
        let of_file = changes.iter().filter(|change| change["textDocument"]["uri"] == uri.as_str());
        let mut edits: Vec<Value> =
            of_file.flat_map(|change| change["edits"].as_array().cloned().unwrap_or_default()).collect();
        edits.extend(edit["changes"][&uri].as_array().cloned().unwrap_or_default());
        let rope = Rope::from_str(before);
        let at = |place: &Value| {
            let number = |key: &str| place[key].as_u64().expect("a number") as u32;
            to_offset(&rope, LineColumn { line: number("line"), column: number("character") }, Encoding::Utf16)
        };
        let edits = edits.iter().map(|edit| {
            let range = TextRange::new(at(&edit["range"]["start"]), at(&edit["range"]["end"]));
            TextEdit::replace(range, edit["newText"].as_str().expect("text"))
        });
        apply_edits(before, &edits.collect::<Vec<_>>()).expect("edits that apply")
    }
}

/// A range on one line: `line:column-column`.
pub fn columns(range: &Value) -> String {
    let (start, end) = (&range["start"], &range["end"]);
    format!("{}:{}-{}", start["line"], start["character"], end["character"])
}

/// The position of the mark.
pub fn place(marked: &str) -> Value {
    let before = &marked[..marked.find(MARK).expect("a mark")];
    let line = before.matches('\n').count() as u32;
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() as u32;
    position(line, column)
}
