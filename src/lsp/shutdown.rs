//! The end of the session, and its exit code.
//!
//! tower-lsp keeps serving after `exit`, and a blocked read of stdin keeps its runtime from ending. So the end is
//! noticed here, by the ingress (`exit`), the input (its end), the output (which is no longer read) or the watch on the
//! parent process, and [`super::run`] ends the process.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::Notify;

/// The state of a session's life, shared by everything that can end it.
#[derive(Default)]
pub struct Lifetime {
    shut_down: AtomicBool,
    over: AtomicBool,
    ended: Notify,
}

impl Lifetime {
    /// The client's `shutdown` was answered: ending the session now is in order.
    pub fn shut_down(&self) {
        self.shut_down.store(true, Ordering::SeqCst);
    }

    /// The session is over.
    pub fn end(&self) {
        self.over.store(true, Ordering::SeqCst);
        self.ended.notify_one();
    }

    /// Returns whether the session is over.
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// Waits until the session is over. For one waiter.
    pub async fn ended(&self) {
        while !self.is_over() {
            self.ended.notified().await;
        }
    }

    /// 0 after a `shutdown`, 1 without.
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.shut_down.load(Ordering::SeqCst))
    }
}

/// Input that ends when the session does, and ends the session when it ends.
pub struct GuardedInput<R> {
    inner: R,
    lifetime: Arc<Lifetime>,
}

impl<R> GuardedInput<R> {
    /// Watches `inner`.
    pub fn new(inner: R, lifetime: Arc<Lifetime>) -> Self {
        Self { inner, lifetime }
    }
}

impl<R: AsyncRead + Unpin> AsyncRead for GuardedInput<R> {
    fn poll_read(mut self: Pin<&mut Self>, ctx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.lifetime.is_over() {
            return Poll::Ready(Ok(()));
        }
        let before = buf.filled().len();
        let result = std::task::ready!(Pin::new(&mut self.inner).poll_read(ctx, buf));
        // A broken pipe is an end like any other.
        if result.is_err() || buf.filled().len() == before {
            self.lifetime.end();
        }
        Poll::Ready(Ok(()))
    }
}

/// Output whose failure ends the session. tower-lsp panics when its writer fails, so the failure stops here.
pub struct Output<W> {
    inner: W,
    lifetime: Arc<Lifetime>,
}

impl<W> Output<W> {
    /// Watches `inner`.
    pub fn new(inner: W, lifetime: Arc<Lifetime>) -> Self {
        Self { inner, lifetime }
    }

    fn or_end<T>(&self, result: io::Result<T>, otherwise: T) -> Poll<io::Result<T>> {
        Poll::Ready(Ok(result.unwrap_or_else(|_| {
            self.lifetime.end();
            otherwise
        })))
    }
}

impl<W: AsyncWrite + Unpin> AsyncWrite for Output<W> {
    fn poll_write(mut self: Pin<&mut Self>, ctx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let result = std::task::ready!(Pin::new(&mut self.inner).poll_write(ctx, buf));
        self.or_end(result, buf.len())
    }
    fn poll_flush(mut self: Pin<&mut Self>, ctx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let result = std::task::ready!(Pin::new(&mut self.inner).poll_flush(ctx));
        self.or_end(result, ())
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, ctx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let result = std::task::ready!(Pin::new(&mut self.inner).poll_shutdown(ctx));
        self.or_end(result, ())
    }
}
