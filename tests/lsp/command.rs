//! `workspace/executeCommand`: commands about the account, each a run of the program.

use super::support::{BINARY, Client, Folder, real};
use customerio_ls::testing::lsp::Options;
use serde_json::{Value, json};

const CODE: &str = "import { APIClient } from \"customerio-node\";
export const api = new APIClient(process.env.SOME_APP_KEY_OF_TESTS!);
";

async fn client(folder: &Folder, options: Options, capabilities: Value) -> (Client, Value) {
    let mut client = Client::connect(options);
    let folders = json!([{ "uri": folder.uri(""), "name": "folder" }]);
    let params = json!({ "processId": null, "workspaceFolders": folders, "capabilities": capabilities });
    let initialized = client.initialize(params).await;
    (client, initialized.result)
}

fn with_program() -> Options {
    Options { program: Some(BINARY.into()), ..real() }
}

fn asking() -> Value {
    json!({ "window": { "showMessage": { "messageActionItem": {} } }, "workspace": { "workspaceFolders": true } })
}

#[tokio::test]
async fn commands_are_announced_where_there_is_a_program() {
    let folder = Folder::new(&[("package.json", "{}")]);
    let (_, result) = client(&folder, with_program(), json!({})).await;
    let commands = &result["capabilities"]["executeCommandProvider"]["commands"];
    let all = ["customerio.pullAccount", "customerio.runDoctor", "customerio.createSettingsFile"];
    assert_eq!(commands, &json!(all));
    let (mut client, result) = client(&folder, real(), json!({})).await;
    assert_eq!(result["capabilities"].get("executeCommandProvider"), None);
    let refused = client.request("workspace/executeCommand", json!({ "command": "customerio.runDoctor" })).await;
    assert_eq!(refused["error"]["code"], -32601);
}

#[tokio::test]
async fn people_are_asked_first() {
    let folder = Folder::new(&[("package.json", "{}"), ("api.ts", CODE)]);
    let (mut client, _) = client(&folder, with_program(), asking()).await;
    let offline = json!({ "command": "customerio.runDoctor", "arguments": [{ "offline": true }] });
    for chosen in [Value::Null, json!({ "title": "Cancel" })] {
        client.chosen = chosen;
        let response = client.request("workspace/executeCommand", offline.clone()).await;
        assert_eq!(response["result"], Value::Null, "{response}");
    }
    client.chosen = json!({ "title": "Ask Customer.io" });
    let response = client.request("workspace/executeCommand", offline).await;
    let text = response["result"]["text"].as_str().unwrap();
    assert!(text.contains("APIClient api.ts:2") && text.contains("SOME_APP_KEY_OF_TESTS"), "{response}");
    assert_eq!(response["result"]["exitCode"], 0);
}

#[tokio::test]
async fn what_cannot_be_run_is_told() {
    let folder = Folder::new(&[("package.json", "{}"), ("api.ts", CODE)]);
    let (mut client, _) = client(&folder, with_program(), json!({ "workspace": { "workspaceFolders": true } })).await;
    let unknown = client.request("workspace/executeCommand", json!({ "command": "customerio.nothing" })).await;
    assert_eq!(unknown["error"]["code"], -32602);
    // Without a key, `pull` says so and asks nothing.
    let pull = client.request("workspace/executeCommand", json!({ "command": "customerio.pullAccount" })).await;
    assert_eq!(pull["result"]["exitCode"], 2, "{pull}");
    assert!(pull["result"]["text"].as_str().unwrap().contains("SOME_APP_KEY_OF_TESTS is not set"), "{pull}");
    let gone = Options { program: Some("/nowhere/customerio-ls".into()), ..real() };
    let (mut client, _) =
        super::command::client(&folder, gone, json!({ "workspace": { "workspaceFolders": true } })).await;
    let failed = client.request("workspace/executeCommand", json!({ "command": "customerio.runDoctor" })).await;
    assert_eq!(failed["error"]["code"], -32803, "{failed}");
}

#[tokio::test]
async fn a_question_outlives_its_request() {
    let folder = Folder::new(&[("package.json", "{}"), ("api.ts", CODE)]);
    let gone = Options { program: Some("/nowhere/customerio-ls".into()), ..real() };
    let (mut client, _) = super::command::client(&folder, gone, asking()).await;
    client.ignores = vec!["window/showMessageRequest"];
    let id = client.ask("workspace/executeCommand", json!({ "command": "customerio.runDoctor" })).await;
    let question = client.next(|message| message["method"] == "window/showMessageRequest").await;
    client.notify("$/cancelRequest", json!({ "id": id })).await;
    assert_eq!(client.response(id).await["error"]["code"], -32800);
    // It is answered all the same, and nothing is run: the answer of this server still comes.
    let chosen = json!({ "title": "Ask Customer.io" });
    client.send(json!({ "jsonrpc": "2.0", "id": question["id"], "result": chosen })).await;
    client.ignores.clear();
    client.quiet().await;
    let refused = client.request("workspace/executeCommand", json!({ "command": "customerio.nothing" })).await;
    assert_eq!(refused["error"]["code"], -32602, "{refused}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_account_is_opened_where_it_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new(&[
        (".git/HEAD", ""),
        ("app/package.json", "{}"),
        ("program", "#!/bin/sh\ncd .. && echo '{}' > customerio.account.json\n"),
    ]);
    let program = folder.path("program");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let shows = json!({ "window": { "showDocument": { "support": true } }, "workspace": { "workspaceFolders": true } });
    let (mut client, _) = super::command::client(&folder, Options { program: Some(program), ..real() }, shows).await;
    let arguments = json!([{ "folder": folder.uri("app") }]);
    let pull = json!({ "command": "customerio.pullAccount", "arguments": arguments });
    assert_eq!(client.request("workspace/executeCommand", pull).await["result"]["exitCode"], 0);
    let shown = client.next(|message| message["method"] == "window/showDocument").await;
    assert_eq!(shown["params"]["uri"], folder.uri("customerio.account.json"));
    let nowhere = json!({ "command": "customerio.runDoctor", "arguments": [{ "folder": folder.uri("nowhere") }] });
    let failed = client.request("workspace/executeCommand", nowhere).await;
    assert_eq!(failed["error"]["code"], -32803, "{failed}");
}

#[tokio::test]
async fn a_settings_file_is_created_once_and_shown() {
    let eu = CODE.replace("TESTS!)", "TESTS!, { region: RegionEU })").replace("APIClient }", "APIClient, RegionEU }");
    let folder = Folder::new(&[("package.json", "{}"), ("api.ts", &eu)]);
    let mut client_can = asking();
    client_can["window"]["showDocument"] = json!({ "support": true });
    let (mut client, _) = super::command::client(&folder, with_program(), client_can).await;
    let create = json!({ "command": "customerio.createSettingsFile" });
    let mut texts = Vec::new();
    for _ in 0..2 {
        // Nothing leaves the machine: there is no question.
        let response = client.request("workspace/executeCommand", create.clone()).await;
        assert_eq!(response["result"]["exitCode"], 0, "{response}");
        let shown = client.next(|message| message["method"] == "window/showDocument").await;
        assert_eq!(shown["params"]["uri"], folder.uri("customerio.json"));
        texts.push(std::fs::read_to_string(folder.path("customerio.json")).unwrap());
    }
    assert!(texts[0].contains("\"$schema\"") && texts[0].contains("\"region\": \"eu\""), "{}", texts[0]);
    assert_eq!(texts[0], texts[1]);
    // What the project has is not written over by another name's content.
    let folder = Folder::new(&[("package.json", "{}"), (".customerio.json", "{}")]);
    let (mut client, _) = super::command::client(&folder, with_program(), asking()).await;
    let response = client.request("workspace/executeCommand", create).await;
    assert_eq!(response["result"]["exitCode"], 2, "{response}");
    assert!(response["result"]["text"].as_str().unwrap().contains("rename it to customerio.json"), "{response}");
}

/// A program that runs on, and something that reads from it until it has ended, and the file is dropped that comes
/// along: with that, reading begins before the program does, and ends although it may never begin.
#[cfg(unix)]
fn lasting(folder: &Folder) -> (Options, tokio::task::JoinHandle<()>, std::fs::File) {
    use std::io::Read;
    use std::os::unix::fs::PermissionsExt;
    let program = folder.path("program");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let pipe = folder.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let held = std::fs::OpenOptions::new().read(true).write(true).open(&pipe).unwrap();
    let mut reading = std::fs::File::open(pipe).unwrap();
    let ended = tokio::task::spawn_blocking(move || {
        reading.read_to_end(&mut Vec::new()).unwrap();
    });
    (Options { program: Some(program), ..real() }, ended, held)
}

#[cfg(unix)]
const LASTING: [(&str, &str); 2] = [("package.json", "{}"), ("program", "#!/bin/sh\nexec 3>pipe\nexec sleep 1000\n")];

#[cfg(unix)]
#[tokio::test]
async fn the_program_ends_with_its_request() {
    let folder = Folder::new(&LASTING);
    let (options, ended, held) = lasting(&folder);
    let (mut client, _) = client(&folder, options, json!({ "workspace": { "workspaceFolders": true } })).await;
    let id = client.ask("workspace/executeCommand", json!({ "command": "customerio.runDoctor" })).await;
    client.notify("$/cancelRequest", json!({ "id": id })).await;
    assert_eq!(client.response(id).await["error"]["code"], -32800);
    // Either it was not begun, or it is killed.
    drop(held);
    tokio::time::timeout(std::time::Duration::from_secs(60), ended).await.expect("it was killed").unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_ends_with_the_server() {
    for is_asked in [true, false] {
        let folder = Folder::new(&LASTING);
        let (options, ended, held) = lasting(&folder);
        let (mut client, _) = client(&folder, options, json!({ "workspace": { "workspaceFolders": true } })).await;
        client.ask("workspace/executeCommand", json!({ "command": "customerio.runDoctor" })).await;
        // Once this is answered, it runs.
        client.request("workspace/executeCommand", json!({ "command": "customerio.nothing" })).await;
        if is_asked {
            client.request("shutdown", Value::Null).await;
        } else {
            client.hang_up().await;
        }
        drop(held);
        tokio::time::timeout(std::time::Duration::from_secs(60), ended).await.expect("it was killed").unwrap();
    }
}

#[tokio::test]
async fn without_a_folder_it_says_what_to_do() {
    let mut client = Client::connect(with_program());
    client.initialize(json!({ "processId": null, "rootUri": null, "capabilities": {} })).await;
    let refused = client.request("workspace/executeCommand", json!({ "command": "customerio.runDoctor" })).await;
    assert_eq!(refused["error"]["message"], "No folder is open. Open a folder and run the command again.");
}
