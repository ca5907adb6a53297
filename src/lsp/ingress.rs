//! A filter that every message passes before tower-lsp sees it.
//!
//! tower-lsp runs handlers concurrently and polls them whenever a slot is free, so state that a handler changes may
//! change out of order, and a cancellation or an edit waits for slow requests. Here each handler is polled once at the
//! moment its message is read. Handlers change state only before their first await, hence in wire order, by
//! construction. The other duties: parameters in the form tower-lsp expects, panics answered instead of ending the
//! server, and `exit` noticed.

use super::log::log;
use super::message::UNREADABLE;
use super::normalize;
use super::shutdown::Lifetime;
use futures::FutureExt;
use futures::future::{self, BoxFuture};
use serde_json::Value;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::Service;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};

/// Receives each notification that had no effect, so that no document silently drifts from its buffer.
pub trait DesyncHandler: Send + Sync + 'static {
    /// The notification `method` about the document `uri` was lost, because of `why`.
    fn lost(&self, method: &str, uri: &str, why: &str);
}

/// The wrapper around tower-lsp's service.
pub struct Ingress<S> {
    inner: S,
    lifetime: Arc<Lifetime>,
    desync_handler: Arc<dyn DesyncHandler>,
}

impl<S> Ingress<S> {
    /// Wraps `inner`.
    pub fn new(inner: S, lifetime: Arc<Lifetime>, desync_handler: Arc<dyn DesyncHandler>) -> Self {
        Self { inner, lifetime, desync_handler }
    }

    /// The answer to a message that could not be read (see [`super::message`]).
    fn refuse(&self, request: &Request) -> Response {
        let of = |name: &str| request.params().and_then(|params| params.get(name));
        let text = |name: &str| of(name).and_then(Value::as_str);
        let why = text("why").unwrap_or("it is not JSON");
        // The name is the client's: only what looks like one is repeated.
        let is_name =
            |name: &&str| name.len() < 100 && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'/');
        let method = text("method").filter(is_name);
        log(format_args!("rejected a message ({}): {why}", method.unwrap_or("of an unknown method")));
        if let (Some(method), Some(uri)) = (method, text("uri")) {
            self.desync_handler.lost(method, uri, why);
        }
        let code = of("code").and_then(Value::as_i64).map_or(ErrorCode::ParseError, ErrorCode::from);
        let error = Error { code, message: format!("the message was rejected: {why}").into(), data: None };
        Response::from_error(request.id().cloned().unwrap_or(Id::Null), error)
    }
}

impl<S> Service<Request> for Ingress<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Option<Response>, S::Error>>;

    fn poll_ready(&mut self, ctx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(ctx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        // tower-lsp hangs forever when a message follows `exit`; so it never hears of it.
        if request.method() == "exit" {
            self.lifetime.end();
        }
        if self.lifetime.is_over() {
            return future::ok(None).boxed();
        }
        if request.method() == UNREADABLE {
            return future::ok(Some(self.refuse(&request))).boxed();
        }
        let request = normalize::request(request);
        let method = request.method().to_owned();
        let id = request.id().cloned();
        let uri = match id {
            None => normalize::document_uri(&request).map(str::to_owned),
            Some(_) => None,
        };
        if let Some(uri) = uri.as_deref()
            && !normalize::is_readable(&request)
        {
            // Not what exactly is wrong: it would quote the text, and that may hold a credential.
            self.desync_handler.lost(&method, uri, "its parameters have another form than the protocol says");
            return future::ok(None).boxed();
        }
        let lifetime = self.lifetime.clone();
        let desync_handler = self.desync_handler.clone();
        let handler = AssertUnwindSafe(self.inner.call(request)).catch_unwind();
        let mut answer = handler
            .map(move |outcome| match (outcome, id) {
                (Ok(Ok(None)), Some(id)) => Ok(Some(Response::from_error(id, Error::method_not_found()))),
                (Ok(result), _) => {
                    if method == "shutdown" && matches!(&result, Ok(Some(response)) if response.is_ok()) {
                        lifetime.shut_down();
                    }
                    result.map(|answer| answer.map(without_quotes))
                }
                (Err(_), Some(id)) => {
                    log(format_args!("{method} failed"));
                    let mut error = Error::internal_error();
                    error.message = "internal error; the server goes on".into();
                    Ok(Some(Response::from_error(id, error)))
                }
                (Err(_), None) => {
                    log(format_args!("{method} failed"));
                    if let Some(uri) = uri {
                        desync_handler.lost(&method, &uri, "of an internal error");
                    }
                    Ok(None)
                }
            })
            .boxed();
        match (&mut answer).now_or_never() {
            Some(done) => future::ready(done).boxed(),
            None => answer,
        }
    }
}

/// An answer that does not quote the parameters it complains of: they may hold a credential, and editors log errors.
fn without_quotes(response: Response) -> Response {
    let (id, result) = response.into_parts();
    match result {
        Err(error) if error.code == ErrorCode::InvalidParams => {
            Response::from_error(id, Error::invalid_params("the parameters have another form than the protocol says"))
        }
        Err(error) => Response::from_error(id, error),
        Ok(result) => Response::from_ok(id, result),
    }
}
