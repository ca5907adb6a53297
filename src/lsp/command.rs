//! Commands that people run from the editor (`workspace/executeCommand`): those about the account, and the one that
//! creates a settings file.
//!
//! The server itself opens no socket: each command is a run of the program that it is, as people start it in a
//! terminal. Before the account is asked, people are. What the program says is the result.

use super::capabilities::{CREATE_SETTINGS, PULL_ACCOUNT, RUN_DOCTOR};
use super::children::Process;
use super::codes;
use super::dialog;
use super::session::Session;
use super::uris::path_of;
use crate::settings::{FILE_NAME, account_file};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{ExecuteCommandParams, MessageType, Url};

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
    let output = answered.await.unwrap_or_else(|_| Err("its output was lost. This is a bug.".to_owned()));
    match output {
        Ok(output) => Ok(output.map(|(code, text)| json!({ "exitCode": code, "text": text }))),
        Err(why) => Err(codes::request_failed(format!("`customerio-ls {subcommand}` could not be run: {why}"))),
    }
}

/// Runs a command, answers the request, and shows the file that was written. Once the request is cancelled, nothing
/// more is begun, and the program is killed.
async fn carry_out(
    session: Session,
    program: PathBuf,
    task: Task,
    mut answer: oneshot::Sender<std::result::Result<Option<Output>, String>>,
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
    let result = match existing(&task) {
        Some(existing) => Ok(existing),
        None => match run(&session, &program, &task) {
            Ok((process, result)) => tokio::select! {
                result = result => result.unwrap_or_else(|_| Err("its output was lost. This is a bug.".to_owned())),
                () = answer.closed() => return process.kill(),
            },
            Err(why) => Err(why),
        },
    };
    let (output, written) = match result {
        Ok((output, written)) => (Ok(Some(output)), written),
        Err(why) => (Err(why), None),
    };
    if answer.send(output).is_ok()
        && let Some(uri) = written.and_then(|file| session.documents().uri_of(&file))
        && session.client_capabilities().show_document
    {
        dialog::show(&session, uri, false, None).await;
    }
}

fn understood(session: &Session, params: &ExecuteCommandParams) -> Result<Task> {
    let given = params.arguments.first().unwrap_or(&Value::Null);
    let (subcommand, question) = match params.command.as_str() {
        PULL_ACCOUNT => (PULL, Some("Ask Customer.io what the account contains, and write customerio.account.json?")),
        RUN_DOCTOR => (DOCTOR, Some("Ask Customer.io about the keys that the clients of this project read?")),
        CREATE_SETTINGS => (INIT, None),
        _ => return Err(Error::invalid_params(format!("unknown command: {}", params.command))),
    };
    let named = given["folder"].as_str().and_then(|uri| path_of(&Url::parse(uri).ok()?));
    let Some(folder) = named.or_else(|| Some(session.folders().all().into_iter().next()?.1)) else {
        return Err(codes::request_failed("No folder is open. Open a folder and run the command again."));
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
    let chosen = dialog::ask(session, MessageType::INFO, question.to_owned(), &[ASK, "Cancel"]).await;
    chosen.is_some_and(|chosen| chosen == ASK)
}

/// The settings file that would be created: it is shown, and stays as it is.
fn existing(task: &Task) -> Option<(Output, Option<PathBuf>)> {
    let settings = task.folder.join(FILE_NAME);
    let is_there = task.subcommand == INIT && settings.is_file();
    is_there.then(|| ((Some(0), format!("{} already exists.\n", settings.display())), Some(settings)))
}

/// The output of the program, and the file that it wrote for people to look at.
type Ran = std::result::Result<(Output, Option<PathBuf>), String>;

/// Starts the program, and returns what becomes of it.
fn run(
    session: &Session,
    program: &Path,
    task: &Task,
) -> std::result::Result<(Process, oneshot::Receiver<Ran>), String> {
    let Task { subcommand, folder, arguments, .. } = task;
    if !folder.is_dir() {
        return Err(format!("{} is not a folder", folder.display()));
    }
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    let (process, written) = session.children().start(command).map_err(|error| error.to_string())?;
    let (done, result) = oneshot::channel();
    let file = match *subcommand {
        PULL => Some(account_file(folder)),
        INIT => Some(folder.join(FILE_NAME)),
        _ => None,
    };
    let waited = process.clone();
    let wait = move || {
        let text = written.text().map_err(|error| error.to_string())?;
        let code = waited.wait().map_err(|error| error.to_string())?.code();
        Ok(((code, text), file.filter(|file| code == Some(0) && file.is_file())))
    };
    // It waits for the network: none of the threads that analyze code does that.
    let waiting = thread::Builder::new().name("account".to_owned()).spawn(move || drop(done.send(wait())));
    match waiting {
        Ok(_) => Ok((process, result)),
        Err(error) => {
            process.kill();
            Err(error.to_string())
        }
    }
}
