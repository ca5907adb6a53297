//! Doing two things at once, where they are large enough.

/// Fewer things than this are done faster than a thread is made.
const FEW: usize = 2_000;

/// What both come to; each in a thread of its own when they are about so many things that this pays.
pub fn both<A: Send, B: Send>(
    things: usize,
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B + Send,
) -> (A, B) {
    if things < FEW {
        return (first(), second());
    }
    std::thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        match first.join() {
            Ok(first) => (first, second),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
