//! The server's own log: one line each on stderr, because stdout is the protocol. Texts of documents and values of
//! settings never go here: they may hold credentials.

use std::io::Write;

/// Writes one line. A stderr that nobody reads is no reason to fail.
pub fn log(message: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr().lock(), "customerio-ls: {message}");
}

/// Makes panics report where they happened, and what only if the message is fixed text: a formatted one may quote the
/// file it stumbled over.
pub fn report_panics_by_place() {
    std::panic::set_hook(Box::new(|info| {
        let what = info.payload().downcast_ref::<&'static str>().copied().unwrap_or("(message withheld)");
        match info.location() {
            Some(place) => log(format_args!("internal error at {place}: {what}")),
            None => log(format_args!("internal error: {what}")),
        }
    }));
}
