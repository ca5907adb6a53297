//! Work on many things at once. Not by a pool such as rayon's: that gives up where the system provides fewer threads than
//! it asked for, and a limit of processes or of memory is no reason to check nothing.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Returns the result of `work` for each of `items`, in their order: by as many threads as there are processors, each
/// of which takes the next item when it is done with one. Where the system gives no further thread, those that there
/// are do it all.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    // The system is not asked how many processors there are where one will do.
    let processors = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if items.len() > 1 { processors().min(items.len()) } else { 1 };
    let next = AtomicUsize::new(0);
    let one = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    if threads <= 1 {
        return one().into_iter().map(|(_, result)| result).collect();
    }
    let mut all: Vec<(usize, R)> = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, one).ok();
        let others: Vec<_> = (1..threads).map_while(spawn).collect();
        let mut all = one();
        for other in others {
            match other.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}

/// The number of `wanted` further threads with a stack of `stack` bytes (`None`: the usual size) that the system
/// provides.
pub fn available(wanted: usize, stack: Option<usize>) -> usize {
    // All of them have to be there at the same time.
    let gate = Arc::new(Mutex::new(()));
    let closed = gate.lock().unwrap_or_else(PoisonError::into_inner);
    let threads = (0..wanted).map_while(|_| {
        let gate = gate.clone();
        let builder = stack.into_iter().fold(thread::Builder::new(), thread::Builder::stack_size);
        builder.spawn(move || drop(gate.lock())).ok()
    });
    let threads: Vec<_> = threads.collect();
    drop(closed);
    let count = threads.len();
    for thread in threads {
        // It does nothing that could panic.
        let _ = thread.join();
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order() {
        let items: Vec<usize> = (0..1_000).collect();
        assert_eq!(in_parallel(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(in_parallel(&[], |item: &usize| *item).is_empty());
    }

    #[test]
    fn as_many_threads_as_the_system_gives() {
        assert_eq!(available(3, None), 3);
        assert_eq!(available(3, Some(1 << 60)), 0);
    }
}
