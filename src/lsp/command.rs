//! Commands that people run from the editor (`workspace/executeCommand`): those about the account, and the one that
//! creates a settings file.
//!
//! The server itself opens no socket: each command is a run of the program that it is, as people start it in a
//! terminal. Before the account is asked, people are. What the program says is the result.

use super::capabilities::{CREATE_SETTINGS, PULL_ACCOUNT, RUN_DOCTOR};
use super::codes;
use super::session::Session;
use super::uris::{of_path, path_of};
use crate::settings::{FILE_NAME, account_file};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{ExecuteCommandParams, MessageActionItem, MessageType, ShowDocumentParams, Url};

/// The arguments that are handed on: the member of the command's argument, and the option that it becomes.
const OPTIONS: [(&str, &str); 4] =
    [("envFile", "--env-file"), ("appUrl", "--app-url"), ("trackUrl", "--track-url"), ("statusUrl", "--status-url")];

const PULL: &str = "pull";
const DOCTOR: &str = "doctor";
const INIT: &str = "init";

/// The button that goes on.
const ASK: &str = "Ask Customer.io";

/// A command, as it is understood.
struct Task {
    subcommand: &'static str,
    /// The question to people, where something leaves the machine.
    question: Option<&'static str>,
    folder: PathBuf,
    arguments: Vec<OsString>,
}

/// The exit code of the program, and what it says.
type Output = (Option<i32>, String);

/// Runs a command, after a question where the client can ask one. Its result is what the program says, and its exit
/// code; nothing where people decide against it.
///
/// # Errors
/// When there is no such command, or it cannot be run.
pub async fn execute(session: &Session, params: ExecuteCommandParams) -> Result<Option<Value>> {
    let Some(program) = session.program().map(Path::to_path_buf) else { return Err(Error::method_not_found()) };
    let task = understood(session, &params)?;
    let subcommand = task.subcommand;
    let (answer, answered) = oneshot::channel();
    // In a task of its own, which a cancelled request does not end (see the module `configuration`).
    tokio::spawn(carry_out(session.clone(), program, task, answer));
    let output = answered.await.unwrap_or_else(|_| Err("it ended early".to_owned()));
    match output {
        Ok(output) => Ok(output.map(|(code, text)| json!({ "exitCode": code, "text": text }))),
        Err(why) => Err(codes::request_failed(format!("customerio-ls {subcommand} cannot be run: {why}"))),
    }
}

/// Runs a command, answers the request, and shows the file that was written. Once the request is cancelled, nothing
/// more is begun.
async fn carry_out(
    session: Session,
    program: PathBuf,
    task: Task,
    answer: oneshot::Sender<std::result::Result<Option<Output>, String>>,
) {
    if session.client_capabilities().asks_people
        && let Some(question) = task.question
        && !agreed(&session, question).await
    {
        let _ = answer.send(Ok(None));
        return;
    }
    if answer.is_closed() {
        return;
    }
    let (done, result) = oneshot::channel();
    // It waits for the network: none of the threads that analyze code does that.
    let run = move || drop(done.send(output(&program, &task)));
    let started = thread::Builder::new().name("account".to_owned()).spawn(run);
    let result = match started {
        Ok(_) => result.await.unwrap_or_else(|_| Err("it ended early".to_owned())),
        Err(error) => Err(error.to_string()),
    };
    let (output, written) = match result {
        Ok((output, written)) => (Ok(Some(output)), written),
        Err(why) => (Err(why), None),
    };
    if answer.send(output).is_ok()
        && let Some(written) = written
    {
        show(&session, &written).await;
    }
}

fn understood(session: &Session, params: &ExecuteCommandParams) -> Result<Task> {
    let given = params.arguments.first().unwrap_or(&Value::Null);
    let (subcommand, question) = match params.command.as_str() {
        PULL_ACCOUNT => (PULL, Some("Ask Customer.io what the account contains, and write customerio.account.json?")),
        RUN_DOCTOR => (DOCTOR, Some("Ask Customer.io about the keys that the clients of this project read?")),
        CREATE_SETTINGS => (INIT, None),
        _ => return Err(Error::invalid_params(format!("there is no command {}", params.command))),
    };
    let named = given["folder"].as_str().and_then(|uri| path_of(&Url::parse(uri).ok()?));
    let Some(folder) = named.or_else(|| Some(session.folders().all().into_iter().next()?.1)) else {
        return Err(codes::request_failed("there is no folder to run this in: open one"));
    };
    let mut arguments = vec![OsString::from(subcommand)];
    let options = if subcommand == INIT { &[][..] } else { &OPTIONS };
    for (member, option) in options {
        if let Some(value) = given[*member].as_str().filter(|value| !value.is_empty()) {
            arguments.push(format!("{option}={value}").into());
        }
    }
    if subcommand == DOCTOR && given["offline"] == true {
        arguments.push("--offline".into());
    }
    Ok(Task { subcommand, question, folder, arguments })
}

async fn agreed(session: &Session, question: &str) -> bool {
    let button = |title: &str| MessageActionItem { title: title.to_owned(), properties: Default::default() };
    let buttons = vec![button(ASK), button("Cancel")];
    let chosen = session.client().show_message_request(MessageType::INFO, question, Some(buttons)).await;
    matches!(chosen, Ok(Some(chosen)) if chosen.title == ASK)
}

/// Runs the program, and returns what it says and the file that it wrote for people to look at.
fn output(program: &Path, task: &Task) -> std::result::Result<(Output, Option<PathBuf>), String> {
    let Task { subcommand, folder, arguments, .. } = task;
    if !folder.is_dir() {
        return Err(format!("{} is not a folder", folder.display()));
    }
    let settings = folder.join(FILE_NAME);
    if *subcommand == INIT && settings.is_file() {
        // It is shown, and stays as it is.
        return Ok(((Some(0), format!("{} already exists.\n", settings.display())), Some(settings)));
    }
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    let output = command.output().map_err(|error| error.to_string())?;
    let text = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    let code = output.status.code();
    let written = match *subcommand {
        PULL if code == Some(0) => Some(account_file(folder)),
        INIT if code == Some(0) => Some(settings),
        _ => None,
    };
    Ok(((code, text), written.filter(|file| file.is_file())))
}

async fn show(session: &Session, file: &Path) {
    if let Some(uri) = of_path(file)
        && session.client_capabilities().show_document
    {
        let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
        // That it cannot be opened, the client says itself.
        let _ = session.client().show_document(params).await;
    }
}
