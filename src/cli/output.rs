//! Writing to the terminal, to files and to pipes that may close.

use super::FAILED;
use crate::text::plain;
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// When to use color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Colour {
    /// Returns whether standard output is to be colored.
    pub fn on_stdout(self) -> bool {
        self.on(&io::stdout())
    }

    /// Returns whether names on standard output may be links: a terminal that shows them, and colors.
    pub fn links_on_stdout(self) -> bool {
        self.on_stdout() && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout)
    }

    /// Returns whether standard error is to be colored.
    pub fn on_stderr(self) -> bool {
        self.on(&io::stderr())
    }

    fn on(self, stream: &(impl IsTerminal + anstream::stream::RawStream)) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => AutoStream::choice(stream) != ColorChoice::Never,
        }
    }
}

/// The width of the terminal: as `COLUMNS` says, else as it says itself; 120 columns where there is none.
pub fn width() -> usize {
    const LEAST: usize = 60;
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let own = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    columns.or_else(own).map_or(120, |columns| columns.max(LEAST))
}

/// True when a reader has stopped early.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// Returns whether a reader of the output has stopped early: there is no use in going on then.
pub fn is_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}

/// Writes to standard output. Returns whether it arrived; a reader that stops early (`| head`) is not an error.
pub fn print(text: &str) -> bool {
    write(&mut io::stdout().lock(), text)
}

/// Writes to standard error.
pub fn print_error(text: &str) {
    write(&mut io::stderr().lock(), text);
}

/// Writes the error that ends a command. Returns its exit code.
pub fn failed(message: &str) -> u8 {
    print_error(&format!("error: {}\n", plain(message)));
    FAILED
}

/// Asks for a line. `None` where there is no terminal to ask on.
///
/// # Errors
/// For people: nothing can be read.
pub fn asked(question: &str) -> Result<Option<String>, String> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Ok(None);
    }
    print_error(&format!("{} ", plain(question)));
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(|error| format!("no answer can be read: {error}"))?;
    Ok(Some(answer.trim().to_owned()))
}

/// Asks a question whose answer is yes or no, which is no without a word. `None` where there is no terminal to ask on.
///
/// # Errors
/// For people: nothing can be read.
pub fn agreed(question: &str) -> Result<Option<bool>, String> {
    let answer = asked(&format!("{question} [y/N]"))?;
    Ok(answer.map(|answer| matches!(answer.to_lowercase().as_str(), "y" | "yes")))
}

fn write(stream: &mut impl Write, text: &str) -> bool {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Ok(()) => true,
        Err(error) => {
            let is_closed = error.kind() == ErrorKind::BrokenPipe;
            CLOSED.fetch_or(is_closed, Ordering::Relaxed);
            is_closed
        }
    }
}
