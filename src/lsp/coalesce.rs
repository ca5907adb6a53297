//! Work that is requested often, one round of which answers all requests made before it began.

use std::sync::atomic::{AtomicU64, Ordering};

/// The number of requests that were not answered yet.
#[derive(Debug, Default)]
pub struct Coalescer(AtomicU64);

impl Coalescer {
    /// Asks for a round; returns whether the caller is to start it, because none is going on.
    pub fn ask(&self) -> bool {
        self.0.fetch_add(1, Ordering::SeqCst) == 0
    }

    /// The number of requests that a round which begins now answers.
    pub fn begin(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }

    /// Ends a round; returns whether it answered all requests. If not, one more is to follow.
    pub fn end(&self, answered: u64) -> bool {
        self.0.compare_exchange(answered, 0, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }
}
