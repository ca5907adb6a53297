//! Threads where the system gives few. A thread that is refused while it is needed would end the process or leave work
//! undone without a word; so those that are needed are asked for at the start, and stay.

use crate::disk::available;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// The stack sizes of the threads that parse and analyze, the best first. Deeply nested code is walked by recursion
/// here and there, which takes more stack where that runs out; beginning with more is faster.
const STACKS: [usize; 2] = [16 << 20, 4 << 20];

/// The threads that the system can provide.
#[derive(Clone, Copy, Debug)]
pub struct Supply {
    /// The number of threads, at most as many as are wanted.
    pub threads: usize,
    /// With stacks of this size.
    pub stack: usize,
}

/// Finds out how many of `wanted` threads can be had: with large stacks if all can have one.
pub fn supply(wanted: usize) -> Supply {
    let of = |stack| Supply { threads: available(wanted, Some(stack)), stack };
    let large = of(STACKS[0]);
    if large.threads == wanted { large } else { of(STACKS[1]) }
}

/// A runtime with at most `most` blocking threads, of which `ready` are there from now on. None ends before the runtime
/// does, so there is always one to do the work.
///
/// # Errors
/// When there is no runtime.
pub fn lasting(builder: &mut Builder, most: usize, stack: usize, ready: usize) -> io::Result<Runtime> {
    let runtime =
        builder.max_blocking_threads(most).thread_stack_size(stack).thread_keep_alive(Duration::MAX).build()?;
    // As long as one waits, the next needs a thread of its own.
    let gate = Arc::new(Mutex::new(()));
    let closed = gate.lock().unwrap_or_else(PoisonError::into_inner);
    for _ in 0..ready {
        let gate = gate.clone();
        runtime.spawn_blocking(move || drop(gate.lock()));
    }
    drop(closed);
    Ok(runtime)
}
