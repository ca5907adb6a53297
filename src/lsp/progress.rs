//! Work-done progress: how far the look at a project has come, where the client can show it.
//!
//! The client is asked for a place to show it first, and its answer is not awaited: a task of its own brings the newest
//! state there, and no state twice. Once the client has agreed, a beginning and an end are always sent.

use super::log::log;
use super::session::Session;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;
use tower_lsp::lsp_types::{NumberOrString, WorkDoneProgressCreateParams, notification, request};

/// `$/progress` with parameters as they are: those of lsp-types know no reports in the workspace.
#[derive(Debug)]
pub enum Send {}

impl notification::Notification for Send {
    type Params = Value;
    const METHOD: &'static str = "$/progress";
}

/// One course of work. Ends when it is dropped.
pub struct Progress {
    shared: Option<Arc<Shared>>,
    token: String,
}

struct Shared {
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Clone, Default)]
struct State {
    message: String,
    percentage: u32,
    /// The last words, once it is over.
    end: Option<String>,
}

impl Progress {
    /// Begins progress with the title `title`; people can cancel it if it `is_cancellable`. Does nothing where the client
    /// cannot show it.
    pub fn begin(session: &Session, title: String, is_cancellable: bool) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(1);
        let token = format!("customerio/{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        if !session.client_capabilities().progress {
            return Self { shared: None, token };
        }
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Notify::new() });
        // Never awaited by the work and never aborted (see the module `configuration`).
        tokio::spawn(tell(session.clone(), shared.clone(), token.clone(), (title, is_cancellable)));
        Self { shared: Some(shared), token }
    }

    /// Returns the client's token for it.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// `done` of `all` are done. The percentage that the client gets goes up in whole steps, and never down.
    pub fn report(&self, done: usize, all: usize) {
        let percentage = (done * 100).checked_div(all).unwrap_or(100) as u32;
        self.change(|state| {
            if percentage > state.percentage || state.message.is_empty() {
                state.percentage = percentage.max(state.percentage);
                state.message = format!("{done}/{all} files");
            }
        });
    }

    /// It is over.
    pub fn end(self, last_words: String) {
        self.change(|state| state.end = Some(last_words));
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        if let Some(shared) = &self.shared {
            change(&mut shared.state.lock().unwrap_or_else(PoisonError::into_inner));
            shared.changed.notify_one();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.change(|state| {
            state.end.get_or_insert_default();
        });
    }
}

async fn tell(session: Session, shared: Arc<Shared>, token: String, (title, is_cancellable): (String, bool)) {
    let client = session.client();
    let create = WorkDoneProgressCreateParams { token: NumberOrString::String(token.clone()) };
    if let Err(error) = client.send_request::<request::WorkDoneProgressCreate>(create).await {
        log(format_args!("the client rejected the request to show progress: {error}"));
        return;
    }
    let send = |value: Value| client.send_notification::<Send>(json!({ "token": token, "value": value }));
    send(json!({ "kind": "begin", "title": title, "cancellable": is_cancellable, "percentage": 0 })).await;
    let mut sent = State::default();
    loop {
        let state = shared.state.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if state.message != sent.message {
            send(json!({ "kind": "report", "message": state.message, "percentage": state.percentage })).await;
        }
        if let Some(words) = state.end {
            let value =
                if words.is_empty() { json!({ "kind": "end" }) } else { json!({ "kind": "end", "message": words }) };
            return send(value).await;
        }
        sent = state;
        shared.changed.notified().await;
    }
}
