//! The language server: the protocol, and the projects of a session as they change. The rules about a file are applied
//! by [`crate::engine`].
//!
//! Parts, each of which may use those above it that it names:
//!
//! | part | files | purpose | may use |
//! |---|---|---|---|
//! | process | [`log`], [`threads`], [`shutdown`], [`editor_process`], [`activity`], analysis_limits | the process: its log, its threads, its end, and whether anything goes on | - |
//! | wire | [`framing`], [`message`], [`lenient_reader`], [`ingress`], [`normalize`] | every message passes here first: readable, in order, no panic gets through | process |
//! | terms | [`capabilities`], [`uris`], [`codes`] | the protocol's terms, and what the client supports | - |
//! | documents | [`document`], [`documents`], [`digest`], [`folders`], [`mentions_sdk`], [`related_files`], [`convert`] | the open documents, and findings about them as the protocol has them | terms |
//! | work | [`jobs`], [`children`], [`coalesce`], outbox | jobs on other threads and in other processes, and messages to the client, one after another | process |
//! | options | [`settings`], [`settings_diagnostics`] | the settings of a session, and the problems in them | process |
//! | projects | [`workspace`], workspace/mailbox, workspace/group, workspace/published | whole projects: what is known of them and what is published | documents, options, process, terms, work |
//! | session | [`session`] | the state | documents, options, process, projects, terms, work |
//! | analysis | [`dialog`], [`sync`], [`schedule`], [`judge`], [`request`], [`push`], [`problems`], [`progress`] | documents as they change, when they are analyzed, and the common part of all requests about one | documents, options, process, session, terms, wire, work |
//! | project analysis | workspace/events, workspace/check, workspace/index, workspace/indexer, workspace/queue, workspace/pull, workspace/supervisor, workspace/watch, workspace/disk_stamps | files that are not open, and the effects of an edit on others | analysis, documents, process, projects, session, terms, work |
//! | configuration | [`configuration`] | settings as they arrive and change | analysis, documents, options, process, project analysis, session, terms |
//! | capabilities of the server | [`calls`], [`code_action`], [`command`], [`completion`], [`diagnostics`], [`document_links`], [`edits`], [`hover`], [`inlay_hints`], [`project_outline`], [`settings_file`], [`symbols`] | one file or folder a request that the server answers | analysis, documents, projects, session, terms, work |
//! | server | [`server`] | the handlers; they forward | analysis, capabilities of the server, configuration, projects, session, terms |

pub mod activity;
mod analysis_limits;
mod calls;
pub mod capabilities;
mod children;
pub mod coalesce;
pub mod code_action;
pub mod codes;
pub mod command;
pub mod completion;
pub mod configuration;
pub mod convert;
pub mod diagnostics;
mod dialog;
pub mod digest;
pub mod document;
pub mod document_links;
pub mod documents;
pub mod editor_process;
pub mod edits;
pub mod folders;
pub mod framing;
pub mod hover;
pub mod ingress;
mod inlay_hints;
pub mod jobs;
pub mod judge;
pub mod lenient_reader;
pub mod log;
pub mod mentions_sdk;
pub mod message;
pub mod normalize;
mod outbox;
pub mod problems;
pub mod progress;
pub mod project_outline;
pub mod push;
pub mod related_files;
pub mod request;
pub mod schedule;
pub mod server;
pub mod session;
pub mod settings;
pub mod settings_diagnostics;
mod settings_file;
pub mod shutdown;
pub mod symbols;
pub mod sync;
pub mod threads;
pub mod uris;
pub mod workspace;

use crate::disk::{on_trouble, report_panics_by_place};
use crate::engine::{Engine, Real};
use activity::Activity;
use framing::Frames;
use ingress::Ingress;
use shutdown::{GuardedInput, Lifetime, Output};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::LspService;

/// The time that finished answers may take to leave once the session is over.
const FAREWELL: Duration = Duration::from_millis(100);

/// Threads besides those that parse and analyze: two for stdin and stdout, two for findings in new places.
const HELPERS: usize = 4;

/// Without these nothing works: one waits for stdin all the time, and the other one does everything else.
const LEAST: usize = 2;

/// Serves one session over stdin and stdout, and ends the process. Commands about the account are runs of `program`,
/// where it has them.
pub fn run(program: Option<PathBuf>) -> ExitCode {
    report_panics_by_place(|line| log::log(line));
    on_trouble(log::log_trouble);
    let supply = threads::supply(HELPERS + 1);
    if supply.threads < LEAST {
        log::log(format_args!(
            "cannot start: the system grants {} of the {LEAST} threads that the server needs at least. Raise the limits \
             on processes (`ulimit -u`) and on memory (`ulimit -v`). `customerio-ls check` needs no further thread.",
            supply.threads
        ));
        return ExitCode::from(2);
    }
    // One thread reads, answers and writes; all work runs on blocking threads.
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = match threads::lasting(builder.enable_time(), HELPERS.min(supply.threads), supply.stack, LEAST) {
        Ok(runtime) => runtime,
        Err(error) => {
            log::log(format_args!("cannot start: {error}"));
            return ExitCode::from(2);
        }
    };
    let code =
        runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout(), Options { program, ..Options::default() }));
    // Not by returning: a read of stdin that nothing answers would keep the runtime forever.
    std::process::exit(code.into())
}

/// The parts of a session, which tests replace.
#[derive(Clone)]
pub struct Options {
    /// The engine.
    pub engine: Arc<dyn Engine>,
    /// The time after an edit in which the client may show findings in old places.
    pub deadline: Duration,
    /// The work in progress.
    pub activity: Arc<Activity>,
    /// The program that commands about the account are runs of. Without it there are no such commands.
    pub program: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { engine: Arc::new(Real), deadline: schedule::DEADLINE, activity: Arc::default(), program: None }
    }
}

/// Serves one session; comes back when it is over, with the exit code.
pub async fn serve<R, W>(input: R, output: W, options: Options) -> u8
where
    R: AsyncRead + Unpin,
    W: AsyncWrite + Unpin,
{
    let lifetime = Arc::new(Lifetime::default());
    let (service, socket) =
        LspService::build(|client| server::Server(session::Session::new(client, options, lifetime.clone())))
            .custom_method("window/workDoneProgress/cancel", server::Server::cancel_progress)
            .custom_method(capabilities::OUTLINE, server::Server::outline)
            .finish();
    let session = service.inner().0.clone();
    let desync_handler = Arc::new(session.clone());
    let ingress = Ingress::new(service, lifetime.clone(), desync_handler);
    let input = Frames::new(GuardedInput::new(input, lifetime.clone()));
    let output = Output::new(output, lifetime.clone());
    // Handlers only wait; what works is bounded elsewhere. So no message ever waits for a slot.
    let server = tower_lsp::Server::new(input, output, socket).concurrency_level(usize::MAX);
    tokio::select! {
        () = server.serve(ingress) => {}
        () = async {
            lifetime.ended().await;
            tokio::time::sleep(FAREWELL).await;
        } => {}
    }
    session.children().end();
    lifetime.exit_code()
}
