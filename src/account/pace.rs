//! Waiting between requests.

use std::thread;
use std::time::{Duration, Instant};

/// Below the 10 requests a second that all programs of a workspace share.
const BETWEEN: Duration = Duration::from_millis(125);

/// Keeps requests apart.
#[derive(Debug, Default)]
pub(super) struct Pace {
    last: Option<Instant>,
}

impl Pace {
    /// Waits until the next request may go.
    pub fn next(&mut self) {
        if let Some(last) = self.last {
            wait_until(last + BETWEEN);
        }
        self.last = Some(Instant::now());
    }
}

/// Waits.
pub(super) fn wait(time: Duration) {
    wait_until(Instant::now() + time);
}

fn wait_until(then: Instant) {
    // Parking may end early.
    while let Some(left) = then.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
        thread::park_timeout(left);
    }
}
