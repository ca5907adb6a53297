//! A progress line for users at a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The time after which work is reported, and the interval of updates.
const PATIENCE: Duration = Duration::from_secs(1);

/// As long as it lives, a line on standard error tells that work goes on, once it takes more than a second.
pub struct ProgressLine {
    /// Dropped at the end.
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl ProgressLine {
    /// Begins to wait. `None` where standard error is not a terminal: its lines would stay in a log.
    pub fn begin() -> Option<Self> {
        io::stderr().is_terminal().then(|| Self::on(io::stderr(), PATIENCE)).flatten()
    }

    fn on(mut terminal: impl Write + Send + 'static, patience: Duration) -> Option<Self> {
        let (end, ended) = mpsc::channel::<()>();
        let begin = Instant::now();
        let wait = move || {
            let mut told = false;
            while ended.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
                let _ = write!(terminal, "\r\x1b[KChecking for {} s", begin.elapsed().as_secs())
                    .and_then(|()| terminal.flush());
                told = true;
            }
            if told {
                let _ = write!(terminal, "\r\x1b[K").and_then(|()| terminal.flush());
            }
        };
        let thread = thread::Builder::new().name("progress".to_owned()).spawn(wait).ok()?;
        Some(Self { end: Some(end), thread: Some(thread) })
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        drop(self.end.take());
        // The line is gone before anything else is written.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A terminal that hands on what is written to it.
    struct Terminal(Sender<String>);

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let _ = self.0.send(String::from_utf8_lossy(bytes).into_owned());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_comes_and_is_gone_at_the_end() {
        let (written, seen) = mpsc::channel();
        let progress = ProgressLine::on(Terminal(written), Duration::from_millis(1)).expect("a thread");
        let first: String = std::iter::from_fn(|| seen.recv().ok()).take(3).collect();
        assert!(first.starts_with("\r\x1b[KChecking for "), "{first:?}");
        drop(progress);
        let rest: String = seen.iter().collect();
        assert!(rest.ends_with("\r\x1b[K"), "{rest:?}");
    }

    #[test]
    fn short_work_is_not_spoken_of() {
        let (written, seen) = mpsc::channel();
        drop(ProgressLine::on(Terminal(written), Duration::from_secs(3_600)));
        assert_eq!(seen.iter().count(), 0);
    }
}
