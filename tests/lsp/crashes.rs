//! Files that crash a part of the server, and files that are none: all others keep their findings, the server lives, and
//! its log says what happened.

use super::support::{BINARY, Folder, Process};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::process::Command;
use tower_lsp::lsp_types::Url;

/// One error, which rests on nothing else.
const ALONE: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });
export const f = (id: string) => cio.identify(id, { created_at: Date.now() });
";

/// A session over a folder.
pub struct Session {
    server: Process,
    /// What is shown, by URI.
    shown: BTreeMap<String, usize>,
    /// All that came in.
    pub said: Vec<Value>,
    next_id: i64,
}

impl Session {
    pub fn start(folder: &Folder, command: &mut Command) -> Self {
        let mut server = Process::run(command.arg("lsp"));
        let uri = Url::from_directory_path(folder.path("")).expect("a path").to_string();
        let capabilities = json!({
            "window": { "workDoneProgress": true },
            "textDocument": { "publishDiagnostics": {} },
            "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
        });
        let folders = json!([{ "uri": uri, "name": "odd" }]);
        let params = json!({ "processId": null, "capabilities": capabilities, "workspaceFolders": folders });
        server.send(&json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params }));
        let mut session = Self { server, shown: BTreeMap::new(), said: Vec::new(), next_id: 1 };
        while session.receive()["id"] != 0 {}
        session.notify("initialized", json!({}));
        session
    }

    fn receive(&mut self) -> Value {
        let message = self.server.receive();
        if let (Some(id), Some(_)) = (message.get("id"), message.get("method")) {
            self.server.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
        }
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().expect("a URI").to_owned();
            self.shown.insert(uri, message["params"]["diagnostics"].as_array().map_or(0, Vec::len));
        }
        self.said.push(message.clone());
        message
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.server.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    pub fn request(&mut self, method: &str, params: Value) -> Value {
        self.next_id += 1;
        let id = self.next_id;
        self.server.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message.get("method").is_none() && message["id"] == id {
                return message;
            }
        }
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        let language = if uri.ends_with(".tsx") { "typescriptreact" } else { "typescript" };
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Waits until the file has findings.
    pub fn until_shown(&mut self, uri: &str) {
        while self.shown.get(uri).is_none_or(|count| *count == 0) {
            self.receive();
        }
    }

    /// Ends the session; its log.
    pub fn end(mut self) -> String {
        let answer = self.request("shutdown", Value::Null);
        assert_eq!(answer["result"], Value::Null, "{answer}");
        self.notify("exit", Value::Null);
        assert_eq!(self.server.wait().0.code(), Some(0));
        self.server.log()
    }
}

/// In release builds there is no way to make a part crash.
#[cfg(debug_assertions)]
#[test]
fn one_file_that_crashes_a_part_costs_itself_alone() {
    let boom = "import { cio } from './c';\nimport { TrackClient } from 'customerio-node';\n\
        export const send = () => cio.track('1', { name: 'a' });\n";
    for (crash, file) in [
        ("searching", "boom.ts"),
        ("reading", "boom.ts"),
        ("indexing the imports of", "boom.ts"),
        ("resolving the imports of", "boom.ts"),
        ("parsing", "boom.ts"),
        ("analyzing", "boom.ts"),
        ("reading", "package.json"),
        ("reading", "tsconfig.json"),
        ("reading", "customerio.json"),
        ("reading", ".env"),
    ] {
        let folder = Folder::new(&[
            ("package.json", r#"{ "dependencies": { "customerio-node": "^5" } }"#),
            ("tsconfig.json", r#"{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }"#),
            ("customerio.json", "{}"),
            (".env", "CIO_KEY=1\n"),
            ("a.ts", ALONE),
            ("sub/b.ts", ALONE),
            ("boom.ts", boom),
            ("c.ts", "import { TrackClient } from 'customerio-node';\nexport const cio = new TrackClient('a', 'b');\n"),
            ("user.ts", &format!("import {{ send }} from './boom';\nsend();\n{ALONE}")),
        ]);
        let mut command = Command::new(BINARY);
        command.env("CUSTOMERIO_LS_CRASH", format!("{crash}:{file}"));
        let mut session = Session::start(&folder, &mut command);
        for name in ["a.ts", "sub/b.ts", "user.ts"] {
            session.until_shown(&folder.uri(name));
        }
        // The same when it is open, edited, saved, told of and closed again.
        let uri = folder.uri(file);
        session.open(&uri, boom);
        let hover = json!({ "textDocument": { "uri": uri }, "position": { "line": 2, "character": 34 } });
        session.request("textDocument/hover", hover.clone());
        let change = json!({ "textDocument": { "uri": uri, "version": 2 }, "contentChanges": [{ "text": format!("{boom}\n") }] });
        session.notify("textDocument/didChange", change);
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
        session.request("textDocument/codeAction", params);
        session.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": 2 }] }));
        session.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
        // Others are still looked at.
        let other = folder.uri("sub/b.ts");
        session.open(&other, &format!("\n{ALONE}"));
        session.shown.remove(&other);
        session.until_shown(&other);
        session.request("textDocument/hover", hover);
        let still: Vec<&String> = session.shown.iter().filter(|(_, count)| **count > 0).map(|(uri, _)| uri).collect();
        assert!(still.contains(&&folder.uri("a.ts")), "{crash} {file}: {still:?}");
        let log = session.end();
        let sentence = format!("crashed while {crash} ");
        assert!(log.contains(&sentence), "{crash} {file}: {log}");
        assert!(
            log.lines().filter(|line| line.contains(&sentence)).all(|line| line.contains(file)),
            "{crash} {file}: {log}"
        );
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_or_no_text_costs_itself_alone() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new(&[("package.json", "{}"), ("a.ts", ALONE), ("gone.ts", ALONE), ("shut.ts", ALONE)]);
    let fifo = |name: &str| assert!(Command::new("mkfifo").arg(folder.path(name)).status().expect("mkfifo").success());
    fifo("fifo.ts");
    fifo(".env");
    fifo("tsconfig.json");
    symlink("/dev/zero", folder.path("zero.ts")).expect("a link");
    symlink("self.ts", folder.path("self.ts")).expect("a link");
    symlink("nowhere.ts", folder.path("dangling.ts")).expect("a link");
    std::fs::create_dir(folder.path("folder.ts")).expect("a folder");
    std::fs::create_dir(folder.path("customerio.json")).expect("a folder");
    std::fs::write(folder.path("latin1.ts"), b"import 'customerio-node'; // \xE9\n").expect("a file");
    std::fs::write(folder.path("nul.ts"), b"import 'customerio-node';\0\n").expect("a file");
    let long = format!("import 'customerio-node';\n{}", "// x\n".repeat(4 * 1024 * 1024));
    std::fs::write(folder.path("long.ts"), &long).expect("a file");
    std::fs::set_permissions(folder.path("shut.ts"), std::fs::Permissions::from_mode(0o000)).expect("ours");
    let names = [
        "fifo.ts",
        "zero.ts",
        "self.ts",
        "dangling.ts",
        "folder.ts",
        "latin1.ts",
        "nul.ts",
        "long.ts",
        "shut.ts",
        "gone.ts",
        ".env",
        "tsconfig.json",
        "customerio.json",
    ];
    let mut session = Session::start(&folder, &mut Command::new(BINARY));
    session.until_shown(&folder.uri("a.ts"));
    folder.remove("gone.ts");
    let changes: Vec<Value> = names.iter().map(|name| json!({ "uri": folder.uri(name), "type": 2 })).collect();
    session.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    for name in names {
        // An editor may have any text by any name.
        let uri = folder.uri(name);
        session.open(&uri, ALONE);
        session.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
        if name.ends_with(".ts") {
            session.until_shown(&uri);
        }
        session.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }
    folder.write("b.ts", ALONE);
    session.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": folder.uri("b.ts"), "type": 1 }] }));
    session.until_shown(&folder.uri("b.ts"));
    assert!(session.shown[&folder.uri("a.ts")] > 0);
    let log = session.end();
    for (name, why) in [
        ("fifo.ts", "not a regular file"),
        (".env", "not a regular file"),
        ("tsconfig.json", "not a regular file"),
        ("latin1.ts", "not valid UTF-8"),
        ("nul.ts", "NUL"),
        ("long.ts", "too large"),
    ] {
        let path = folder.path(name);
        let told = |line: &&str| line.contains(&path.display().to_string()) && line.contains(why);
        assert!(log.lines().any(|line| told(&line)), "{name}: {log}");
    }
    assert!(!log.contains("internal error"), "{log}");
}
