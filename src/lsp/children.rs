//! The processes that the server starts. None outlives it.

use std::io::{self, PipeReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The processes that run.
#[derive(Default)]
pub struct Children(Mutex<State>);

#[derive(Default)]
struct State {
    running: Vec<Process>,
    is_over: bool,
}

/// A process. It goes on when this is dropped.
#[derive(Clone)]
pub struct Process(Arc<Mutex<Child>>);

/// Everything that a process writes.
pub struct ChildOutput(PipeReader);

impl Children {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a process, whose standard input is empty.
    ///
    /// # Errors
    /// When it cannot be started, or nothing is to be started any more.
    pub fn start(&self, mut command: Command) -> io::Result<(Process, ChildOutput)> {
        let (reader, writer) = io::pipe()?;
        let mut state = self.state();
        if state.is_over {
            return Err(io::Error::other("the server is shutting down"));
        }
        let child = command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer).spawn()?;
        let process = Process(Arc::new(Mutex::new(child)));
        state.running.retain(|other| Arc::strong_count(&other.0) > 1);
        state.running.push(process.clone());
        Ok((process, ChildOutput(reader)))
    }

    /// Kills those that run. No more are started.
    pub fn end(&self) {
        let mut state = self.state();
        state.is_over = true;
        state.running.drain(..).for_each(|process| process.kill());
    }
}

impl Process {
    /// Kills it, unless it has ended or is about to: nothing waits here for that.
    pub fn kill(&self) {
        if let Ok(mut child) = self.0.try_lock() {
            // That it has ended meanwhile is what is wanted.
            let _ = child.kill();
        }
    }

    /// Waits until it has ended. Blocks; for a process that writes no more.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn wait(&self) -> io::Result<ExitStatus> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).wait()
    }
}

impl ChildOutput {
    /// All of it, once the process has ended. Blocks.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn text(mut self) -> io::Result<String> {
        let mut bytes = Vec::new();
        self.0.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}
