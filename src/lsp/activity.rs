//! The number of tasks in a session that may still change the findings in the client. A comparison of the session with
//! something else waits until it is zero.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::watch;

/// Counts the work in progress.
#[derive(Debug)]
pub struct Activity {
    busy: watch::Sender<usize>,
    pushed: AtomicU64,
}

impl Default for Activity {
    fn default() -> Self {
        Self { busy: watch::Sender::new(0), pushed: AtomicU64::new(0) }
    }
}

/// Something that goes on, until this is dropped. Follow-up work begins before.
#[derive(Debug)]
pub struct Busy(Arc<Activity>);

impl Activity {
    /// Something begins.
    pub fn begin(self: &Arc<Self>) -> Busy {
        self.busy.send_modify(|count| *count += 1);
        Busy(self.clone())
    }

    /// Waits until nothing goes on. Messages that were not read yet do not count.
    pub async fn quiet(&self) {
        // The sender lives as long as `self`.
        let _ = self.busy.subscribe().wait_for(|count| *count == 0).await;
    }

    /// The number of sets of diagnostics sent so far.
    pub fn pushed(&self) -> u64 {
        self.pushed.load(Ordering::SeqCst)
    }

    /// One more was sent.
    pub(super) fn push(&self) {
        self.pushed.fetch_add(1, Ordering::SeqCst);
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.busy.send_modify(|count| *count -= 1);
    }
}
