//! Interrupts (SIGINT, SIGTERM) while a file is written: the process ends right after, not in the middle.

/// As long as it lives, a signal that would end the process waits.
pub struct Deferred(());

#[cfg(unix)]
mod system {
    use super::Deferred;
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::{flag, low_level};
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::sync::{Arc, LazyLock};

    /// The signal that waits, 0 for none; and whether nothing is being written, so that signals act at once.
    static STATE: LazyLock<(Arc<AtomicUsize>, Arc<AtomicBool>)> = LazyLock::new(|| {
        let (pending, idle) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(true)));
        for signal in [SIGINT, SIGTERM] {
            // Where this fails, signals act as they always do.
            let _ = flag::register_conditional_default(signal, idle.clone());
            let _ = flag::register_usize(signal, pending.clone(), signal as usize);
        }
        (pending, idle)
    });

    impl Deferred {
        /// From now on signals wait.
        pub fn begin() -> Self {
            STATE.1.store(false, Ordering::SeqCst);
            Self(())
        }

        /// Returns whether one has come.
        pub fn is_pending(&self) -> bool {
            STATE.0.load(Ordering::SeqCst) != 0
        }
    }

    impl Drop for Deferred {
        fn drop(&mut self) {
            STATE.1.store(true, Ordering::SeqCst);
            let signal = STATE.0.load(Ordering::SeqCst);
            if signal != 0 {
                let _ = low_level::emulate_default_handler(signal as i32);
            }
        }
    }
}

#[cfg(not(unix))]
impl Deferred {
    /// There such a process is ended from outside.
    pub fn begin() -> Self {
        Self(())
    }

    /// Returns whether a signal has come.
    pub fn is_pending(&self) -> bool {
        let Self(()) = self;
        false
    }
}
