//! Ends the session when the editor is gone without a word (killed, crashed) and something else keeps our stdin open.

use super::shutdown::Lifetime;
use std::sync::Arc;
use std::time::Duration;
use system::Editor;

/// The interval at which the parent process is checked.
const INTERVAL: Duration = Duration::from_secs(2);

/// Watches the process `pid` until it is gone, then ends the session. A process that is not there from the start is in
/// a place we cannot see (the editor outside our container): then only the end of input counts.
pub async fn watch(pid: u32, lifetime: Arc<Lifetime>) {
    let Some(editor) = Editor::find(pid).filter(Editor::is_alive) else { return };
    while editor.is_alive() {
        tokio::time::sleep(INTERVAL).await;
    }
    lifetime.end();
}

#[cfg(unix)]
mod system {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};

    /// A process, by its id.
    pub struct Editor(Pid);

    impl Editor {
        /// The process; `None` where it cannot be watched.
        pub fn find(pid: u32) -> Option<Self> {
            i32::try_from(pid).ok().and_then(Pid::from_raw).map(Self)
        }

        /// Returns whether it exists. Where that cannot be known, yes.
        pub fn is_alive(&self) -> bool {
            test_kill_process(self.0) != Err(Errno::SRCH)
        }
    }
}

#[cfg(windows)]
mod system {
    use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
    use windows_sys::Win32::Foundation::WAIT_OBJECT_0;
    use windows_sys::Win32::System::Threading::{OpenProcess, PROCESS_SYNCHRONIZE, WaitForSingleObject};

    /// A process. As long as it is held, no other one gets its id.
    pub struct Editor(OwnedHandle);

    impl Editor {
        /// The process; `None` where it cannot be watched.
        #[allow(unsafe_code, reason = "no safe function opens a process by its id")]
        pub fn find(pid: u32) -> Option<Self> {
            // SAFETY: the function has no requirements; what it returns is null or a handle that no one else owns.
            let handle = unsafe { OpenProcess(PROCESS_SYNCHRONIZE, 0, pid) };
            // SAFETY: it is such a handle.
            (!handle.is_null()).then(|| Self(unsafe { OwnedHandle::from_raw_handle(handle) }))
        }

        /// Returns whether it exists. Where that cannot be known, yes.
        #[allow(unsafe_code, reason = "no safe function asks whether a process has ended without waiting for it")]
        pub fn is_alive(&self) -> bool {
            // SAFETY: the handle is open, and may be waited for. Not at all: the time is 0.
            unsafe { WaitForSingleObject(self.0.as_raw_handle(), 0) != WAIT_OBJECT_0 }
        }
    }
}

#[cfg(not(any(unix, windows)))]
mod system {
    /// No process can be watched here.
    pub enum Editor {}

    impl Editor {
        /// The process; `None` where it cannot be watched.
        pub fn find(_pid: u32) -> Option<Self> {
            None
        }

        /// Returns whether it exists.
        pub fn is_alive(&self) -> bool {
            match *self {}
        }
    }
}
