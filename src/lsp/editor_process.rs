//! Ends the session when the editor is gone without a word (killed, crashed) and something else keeps our stdin open.

use super::shutdown::Lifetime;
use std::sync::Arc;
use std::time::Duration;

/// The interval at which the parent process is checked.
const INTERVAL: Duration = Duration::from_secs(2);

/// Watches the process `pid` until it is gone, then ends the session. A process that is not there from the start is in
/// a place we cannot see (the editor outside our container): then only the end of input counts.
pub async fn watch(pid: u32, lifetime: Arc<Lifetime>) {
    if !is_alive(pid) {
        return;
    }
    while is_alive(pid) {
        tokio::time::sleep(INTERVAL).await;
    }
    lifetime.end();
}

/// Returns whether a process with this id exists. Where that cannot be known, yes.
#[cfg(unix)]
fn is_alive(pid: u32) -> bool {
    use rustix::{io::Errno, process};
    let pid = i32::try_from(pid).ok().and_then(process::Pid::from_raw);
    pid.is_none_or(|pid| process::test_kill_process(pid) != Err(Errno::SRCH))
}

/// Returns whether a process with this id exists. Where that cannot be known, yes.
#[cfg(not(unix))]
fn is_alive(_pid: u32) -> bool {
    true
}
