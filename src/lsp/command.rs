//! Commands about the account that people run from the editor (`workspace/executeCommand`).
//!
//! The server itself opens no socket: each command is a run of the program that it is, as people start it in a
//! terminal. People are asked first, and what the program says is the result.

use super::capabilities::{PULL_ACCOUNT, RUN_DOCTOR};
use super::codes;
use super::session::Session;
use super::uris::{of_path, path_of};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{ExecuteCommandParams, MessageActionItem, MessageType, ShowDocumentParams, Url};

/// The arguments that are handed on: the member of the command's argument, and the option that it becomes.
const OPTIONS: [(&str, &str); 4] =
    [("envFile", "--env-file"), ("appUrl", "--app-url"), ("trackUrl", "--track-url"), ("statusUrl", "--status-url")];

/// The button that goes on.
const ASK: &str = "Ask Customer.io";

/// A command, as it is understood.
struct Task {
    subcommand: &'static str,
    question: &'static str,
    folder: PathBuf,
    arguments: Vec<OsString>,
}

/// Runs a command, after a question where the client can ask one. Its result is what the program says, and its exit
/// code; nothing where people decide against it.
///
/// # Errors
/// When there is no such command, or it cannot be run.
pub async fn execute(session: &Session, params: ExecuteCommandParams) -> Result<Option<Value>> {
    let Some(program) = session.program().map(Path::to_path_buf) else { return Err(Error::method_not_found()) };
    let task = understood(session, &params)?;
    if session.client_capabilities().asks_people && !agreed(session, &task).await {
        return Ok(None);
    }
    let folder = task.folder.clone();
    let subcommand = task.subcommand;
    let (done, result) = tokio::sync::oneshot::channel();
    // It waits for the network: none of the threads that analyze code does that.
    let run = move || drop(done.send(output(&program, &task)));
    thread::Builder::new()
        .name(subcommand.to_owned())
        .spawn(run)
        .map_err(|error| codes::request_failed(format!("customerio-ls {subcommand} cannot be started: {error}")))?;
    let (code, text) = result
        .await
        .unwrap_or_else(|_| Err("it ended early".to_owned()))
        .map_err(|why| codes::request_failed(format!("customerio-ls {subcommand} cannot be run: {why}")))?;
    if subcommand == "pull" && code == Some(0) {
        show(session, &folder.join("customerio.account.json")).await;
    }
    Ok(Some(json!({ "exitCode": code, "text": text })))
}

fn understood(session: &Session, params: &ExecuteCommandParams) -> Result<Task> {
    let given = params.arguments.first().unwrap_or(&Value::Null);
    let (subcommand, question) = match params.command.as_str() {
        PULL_ACCOUNT => ("pull", "Ask Customer.io what the account contains, and write customerio.account.json?"),
        RUN_DOCTOR => ("doctor", "Ask Customer.io about the keys that the clients of this project read?"),
        _ => return Err(Error::invalid_params(format!("there is no command {}", params.command))),
    };
    let named = given["folder"].as_str().and_then(|uri| path_of(&Url::parse(uri).ok()?));
    let folder = named.or_else(|| Some(session.folders().all().into_iter().next()?.1));
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else {
        return Err(codes::request_failed("there is no folder to run this in: open one"));
    };
    let mut arguments = vec![OsString::from(subcommand)];
    for (member, option) in OPTIONS {
        if let Some(value) = given[member].as_str().filter(|value| !value.is_empty()) {
            arguments.push(format!("{option}={value}").into());
        }
    }
    if subcommand == "doctor" && given["offline"] == true {
        arguments.push("--offline".into());
    }
    Ok(Task { subcommand, question, folder, arguments })
}

async fn agreed(session: &Session, task: &Task) -> bool {
    let button = |title: &str| MessageActionItem { title: title.to_owned(), properties: Default::default() };
    let buttons = vec![button(ASK), button("Cancel")];
    let client = session.client().clone();
    let chosen = client.show_message_request(MessageType::INFO, task.question, Some(buttons)).await;
    matches!(chosen, Ok(Some(chosen)) if chosen.title == ASK)
}

/// Runs the program, and returns its exit code and all that it says.
fn output(program: &Path, task: &Task) -> std::result::Result<(Option<i32>, String), String> {
    let mut command = Command::new(program);
    command.args(&task.arguments).current_dir(&task.folder).stdin(Stdio::null());
    let output = command.output().map_err(|error| error.to_string())?;
    let text = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    Ok((output.status.code(), text))
}

async fn show(session: &Session, file: &Path) {
    let uri = of_path(file).filter(|_| session.client_capabilities().show_document && file.is_file());
    if let Some(uri) = uri {
        let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
        let _ = session.client().clone().show_document(params).await;
    }
}
