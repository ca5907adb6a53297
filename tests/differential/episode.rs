//! One session: what happens in it, and what is compared.

use super::compare::{checked, difference, reduced};
use super::disk::Disk;
use super::editor::{Editor, Mode, Open};
use super::edits::edit;
use super::random::Random;
use super::restless::Restless;
use super::support::{patient, real};
use super::texts::{BESIDE, EDITORS, FILES, LINES, NAMES, SETTINGS};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;
use tower_lsp::lsp_types::Url;

/// What was done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    pub edits: usize,
    pub events: usize,
    pub checkpoints: usize,
    pub differences: usize,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.edits += other.edits;
        self.events += other.events;
        self.checkpoints += other.checkpoints;
        self.differences += other.differences;
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { edits, events, checkpoints, differences } = self;
        write!(f, "{edits} edits, {events} other events, {checkpoints} checkpoints, {differences} differences")
    }
}

/// A session.
pub struct Episode {
    random: Random,
    seed: u64,
    mode: Mode,
    editor: Editor,
    disk: Disk,
    /// What `check` sees: the texts of the editor in place of those on disk.
    mirror: Disk,
    documents: BTreeMap<String, Open>,
    configuration: Value,
    figures: Figures,
    /// What was done since the last comparison.
    done: Vec<String>,
    spelling: usize,
}

impl Episode {
    pub async fn new(seed: u64, mode: Mode) -> Self {
        let mut disk = Disk::new();
        for (name, text) in FILES {
            disk.write(name, text);
        }
        let mut random = Random::new(seed);
        if random.one_in(2) {
            disk.write("customerio.json", "{ \"preset\": \"all\" }");
        }
        // In every other session the threads of the server take turns as they never would by themselves.
        let options = if random.one_in(2) { patient(Restless::new(seed)) } else { real() };
        let editor = Editor::start(&disk, mode, Value::Null, options).await;
        Self {
            seed,
            mode,
            editor,
            disk,
            mirror: Disk::new(),
            documents: BTreeMap::new(),
            configuration: Value::Null,
            figures: Figures::default(),
            done: Vec::new(),
            spelling: random.below(3),
            random,
        }
    }

    /// Goes on until so many edits were made.
    pub async fn run(mut self, edits: usize) -> Figures {
        let mut next = 0;
        while self.figures.edits < edits && self.figures.differences == 0 {
            match self.random.below(24) {
                0 | 1 => self.open().await,
                2 => self.close().await,
                3 => self.save().await,
                4 | 5 => self.on_disk().await,
                6 if self.random.one_in(3) => self.settings().await,
                6 if self.random.one_in(2) => self.beside().await,
                6 => self.configure().await,
                _ => self.edit().await,
            }
            if self.figures.edits + self.figures.events >= next {
                self.compare().await;
                // Often soon, and now and then after much.
                let most = if self.random.one_in(3) { 80 } else { 25 };
                next = self.figures.edits + self.figures.events + 1 + self.random.below(most);
            }
        }
        self.compare().await;
        self.editor.end().await;
        self.figures
    }

    fn note(&mut self, what: String) {
        self.figures.events += 1;
        self.done.push(what);
    }

    fn uri(&mut self, name: &str) -> String {
        let path = self.disk.path(name);
        let spelling = if self.random.one_in(12) { self.random.below(3) } else { self.spelling };
        match spelling {
            0 => Url::from_file_path(path).expect("a path").to_string(),
            // As VS Code does.
            1 => encoded(&path, "-._~/"),
            // As Neovim does.
            _ => encoded(&path, "-._~/!$&'()*+,;=:@"),
        }
    }

    async fn open(&mut self) {
        let Some(name) = self.random.of(&NAMES).copied() else { return };
        if self.documents.contains_key(name) {
            return;
        }
        let text = match self.disk.get(name) {
            Some(text) if !self.random.one_in(8) => text.clone(),
            Some(text) => format!("\n{text}"),
            None => format!("{}\n{}\n", LINES[16], LINES[self.random.below(LINES.len())]),
        };
        let open = Open { uri: self.uri(name), version: 1, text, before: Vec::new() };
        self.note(format!("open {name} as {}: {:?}", open.uri, open.text));
        self.editor.open(&open).await;
        self.documents.insert(name.to_owned(), open);
    }

    fn any_open(&mut self) -> Option<String> {
        let names: Vec<String> = self.documents.keys().cloned().collect();
        self.random.of(&names).cloned()
    }

    async fn close(&mut self) {
        let Some(name) = self.any_open() else { return };
        let open = self.documents.remove(&name).expect("it is open");
        self.note(format!("close {name}"));
        self.editor.close(&open.uri).await;
        if self.mode == Mode::Pull {
            // As VS Code does it: once more, and then it relies on what is said of the workspace.
            let response = self.editor.client.pull(&open.uri, None).await;
            self.editor.shown.insert(open.uri, response["result"]["items"].clone());
        }
    }

    async fn save(&mut self) {
        let Some(name) = self.any_open() else { return };
        let open = self.documents[&name].clone();
        let is_new = self.disk.get(&name).is_none();
        self.disk.write(&name, &open.text);
        self.note(format!("save {name}"));
        self.editor.client.notify("textDocument/didSave", json!({ "textDocument": { "uri": open.uri } })).await;
        self.watched(&[(name, if is_new { 1 } else { 2 })]).await;
    }

    async fn edit(&mut self) {
        let Some(name) = self.any_open() else { return self.open().await };
        // A few keystrokes in one place, most of the time.
        let document = self.documents.get_mut(&name).expect("it is open");
        if self.random.one_in(4) {
            document.before.push(document.text.clone());
        }
        let changes = edit(&mut document.text, &document.before, &mut self.random);
        document.version += 1;
        let params = json!({
            "textDocument": { "uri": document.uri, "version": document.version },
            "contentChanges": changes,
        });
        self.figures.edits += 1;
        self.done.push(format!("edit {name}: {}", Value::from(changes)));
        self.editor.client.notify("textDocument/didChange", params).await;
        // Editors ask while people type.
        if self.random.one_in(12) {
            let document = &self.documents[&name];
            let range = super::support::range(self.random.below(9) as u32, 0, 40);
            let params =
                json!({ "textDocument": { "uri": document.uri }, "range": range, "context": { "diagnostics": [] } });
            self.editor.client.ask("textDocument/codeAction", params).await;
        }
        if self.mode == Mode::Pull && self.random.one_in(6) {
            let params = json!({ "textDocument": { "uri": self.documents[&name].uri } });
            self.editor.client.ask("textDocument/diagnostic", params).await;
        }
    }

    async fn on_disk(&mut self) {
        let Some(name) = self.random.of(&NAMES).copied() else { return };
        let other = *self.random.of(&NAMES).expect("some");
        match self.random.below(4) {
            0 if self.disk.remove(name) => {
                self.note(format!("delete {name}"));
                self.watched(&[(name.to_owned(), 3)]).await;
            }
            1 if self.disk.get(name).is_some() && self.disk.get(other).is_none() => {
                let text = self.disk.get(name).expect("it is there").clone();
                self.disk.remove(name);
                self.disk.write(other, &text);
                self.note(format!("rename {name} to {other}"));
                self.watched(&[(name.to_owned(), 3), (other.to_owned(), 1)]).await;
            }
            _ => {
                let is_new = self.disk.get(name).is_none();
                let mut text = self.disk.get(name).cloned().unwrap_or_else(|| format!("{}\n", LINES[16]));
                edit(&mut text, &[], &mut self.random);
                if self.random.one_in(2) {
                    text += &format!("{}\n", self.random.of(&LINES).expect("some"));
                }
                self.disk.write(name, &text);
                self.note(format!("write {name}: {text:?}"));
                self.watched(&[(name.to_owned(), if is_new { 1 } else { 2 })]).await;
            }
        }
    }

    async fn beside(&mut self) {
        let (name, texts) = self.random.of(&BESIDE).expect("some");
        let text = *self.random.of(texts).expect("some");
        self.put(name, text).await;
    }

    async fn settings(&mut self) {
        let text = *self.random.of(&SETTINGS).expect("some");
        let name = if self.random.one_in(4) { "worker/customerio.json" } else { "customerio.json" };
        self.put(name, text).await;
    }

    /// Writes a file, or deletes it where there is nothing to be in it.
    async fn put(&mut self, name: &str, text: &str) {
        self.note(format!("put {name}: {text:?}"));
        let kind = if text.is_empty() {
            if !self.disk.remove(name) {
                return;
            }
            3
        } else {
            let kind = if self.disk.get(name).is_some() { 2 } else { 1 };
            self.disk.write(name, text);
            kind
        };
        self.watched(&[(name.to_owned(), kind)]).await;
    }

    async fn configure(&mut self) {
        let text = *self.random.of(&EDITORS).expect("some");
        self.configuration = serde_json::from_str(text).expect("JSON");
        self.note(format!("configure {text}"));
        self.editor.client.configuration = Some(self.configuration.clone());
        self.editor.client.notify("workspace/didChangeConfiguration", json!({ "settings": null })).await;
    }

    async fn watched(&mut self, changes: &[(String, u8)]) {
        let mut all = Vec::new();
        for (name, kind) in changes {
            all.push(json!({ "uri": self.uri(name), "type": kind }));
        }
        self.editor.client.notify("workspace/didChangeWatchedFiles", json!({ "changes": all })).await;
    }

    async fn compare(&mut self) {
        self.figures.checkpoints += 1;
        let shown = match self.editor.rest(&self.disk, &self.documents).await {
            Ok(shown) => shown,
            Err(ghost) => return self.differs(&ghost),
        };
        let mut fresh = Editor::start(&self.disk, self.mode, self.configuration.clone(), real()).await;
        for open in self.documents.values() {
            fresh.open(open).await;
        }
        let expected = fresh.rest(&self.disk, &self.documents).await;
        fresh.end().await;
        match expected {
            Ok(expected) => {
                if let Some(difference) = difference(&shown, &expected) {
                    self.differs(&format!("from a server that has just begun:\n{difference}"));
                }
            }
            Err(ghost) => self.differs(&format!("a server that has just begun: {ghost}")),
        }
        // What the editor says `check` does not hear.
        if matches!(&self.configuration, Value::Null) || self.configuration == json!({}) {
            let mut files = self.disk.files().clone();
            files.extend(self.documents.iter().map(|(name, open)| (name.clone(), open.text.clone())));
            self.mirror.mirror(&files);
            let open: Vec<&str> = self.documents.keys().map(String::as_str).collect();
            match checked(&self.mirror, &open) {
                Ok(expected) => {
                    if let Some(difference) = difference(&reduced(&shown), &expected) {
                        self.differs(&format!("from check:\n{difference}"));
                    }
                }
                Err(message) => self.differs(&format!("check failed: {message}")),
            }
        }
        self.done.clear();
    }

    fn differs(&mut self, how: &str) {
        self.figures.differences += 1;
        eprintln!("\n=== seed {} {:?} after {}: differs {how}", self.seed, self.mode, self.figures);
        for done in &self.done {
            eprintln!("  {done}");
        }
        let open: Vec<&String> = self.documents.keys().collect();
        eprintln!("  open: {open:?}; editor: {}", self.configuration);
        for (name, document) in &self.documents {
            eprintln!("  {name} is {:?}", document.text);
        }
    }
}

/// The URI of a path, with all escaped but letters, digits and these.
fn encoded(path: &std::path::Path, plain: &str) -> String {
    let escape = |byte: &u8| match *byte {
        byte if byte.is_ascii_alphanumeric() || plain.as_bytes().contains(&byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    let path = path.to_str().expect("UTF-8");
    format!("file://{}", path.as_bytes().iter().map(escape).collect::<String>())
}
