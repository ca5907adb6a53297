//! Doing two things at once, where they are large enough.

use std::sync::{Mutex, PoisonError};
use std::thread::ScopedJoinHandle;

/// Fewer things than this are done faster than a thread is made.
const FEW: usize = 2_000;

/// Returns both results; each in a thread of its own when they are about enough things that this pays.
pub fn both<A: Send, B: Send>(
    things: usize,
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B + Send,
) -> (A, B) {
    if things < FEW {
        return (first(), second());
    }
    // Kept where both threads find it: without a second one, the first does both.
    let waiting = Mutex::new(Some(first));
    let take = || waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().spawn_scoped(scope, || take().map(|first| first()));
        let second = second();
        let first = match thread.map(ScopedJoinHandle::join) {
            Ok(Ok(first)) => first,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_) => None,
        };
        // Nothing else took it.
        let first = first.or_else(|| take().map(|first| first()));
        (first.expect("it is done once, there or here"), second)
    })
}
