//! The server's own log: one line each on stderr, because stdout is the protocol. Texts of documents and values of
//! settings never go here: they may hold credentials. Secrets that a message quotes all the same are masked.

use crate::disk::{Trouble, TroubleKind};
use crate::secrecy::mask;
use crate::text::plain;
use std::io::Write;

/// Writes one line. A closed stderr is not a reason to fail.
pub fn log(message: impl std::fmt::Display) {
    let message = message.to_string();
    // One line, whatever a file is called.
    let _ = writeln!(std::io::stderr().lock(), "customerio-ls: {}", plain(&mask(&message)));
}

/// Logs a file that was not used as it should have been.
pub fn log_trouble(trouble: &Trouble) {
    let path = trouble.path.display();
    match trouble.kind {
        TroubleKind::Skipped(_) | TroubleKind::Cut(_) | TroubleKind::More => {
            log(format_args!("{path} {}", trouble.sentence(&path)))
        }
        TroubleKind::Crash(_) => log(trouble.sentence(&path)),
    }
}
