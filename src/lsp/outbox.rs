//! Diagnostics on their way to the client: at most one set a document waits, the newest. A client that reads slowly
//! gets fewer sets, never older ones, and nothing piles up.

use super::activity::{Activity, Busy};
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;
use tower::Service;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Request;

/// The queue of messages to send.
pub struct Outbox {
    waiting: Mutex<Waiting>,
    filled: Notify,
    activity: Arc<Activity>,
}

#[derive(Default)]
struct Waiting {
    /// URIs, as they are spelled: two spellings of one file are distinguished, so that one can be cleared.
    order: VecDeque<String>,
    newest: FxHashMap<String, Value>,
    /// As long as something waits or is on its way.
    busy: Option<Busy>,
}

impl Outbox {
    /// With nothing in it.
    pub fn new(activity: Arc<Activity>) -> Self {
        Self { waiting: Mutex::default(), filled: Notify::new(), activity }
    }

    /// Puts the parameters of a `textDocument/publishDiagnostics` in, in place of those that wait for this document.
    pub fn put(&self, params: Value) {
        let key = params["uri"].as_str().unwrap_or_default().to_owned();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.newest.insert(key.clone(), params).is_none() {
            waiting.order.push_back(key);
        }
        waiting.busy.get_or_insert_with(|| self.activity.begin());
        drop(waiting);
        self.filled.notify_one();
    }

    fn take(&self) -> Option<Value> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(key) = waiting.order.pop_front() else {
            waiting.busy = None;
            return None;
        };
        waiting.newest.remove(&key)
    }

    /// Sends incoming messages forever.
    pub async fn deliver(self: Arc<Self>, mut client: Client) {
        loop {
            while let Some(params) = self.take() {
                let request = Request::build("textDocument/publishDiagnostics").params(params).finish();
                // It fails only when the session is over.
                let _ = client.call(request).await;
                self.activity.push();
            }
            self.filled.notified().await;
        }
    }
}
