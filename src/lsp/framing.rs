//! Messages that cannot be read, kept from tower-lsp. Its reader takes one of them for the end of input, knows headers
//! by one spelling only and at most two of them. Here every frame is brought into the one form it takes, and in the
//! place of a body that is no message goes a request that the ingress answers with the right error.

use serde::Deserialize;
use std::borrow::Cow;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, ReadBuf};
use tower_lsp::jsonrpc::Id;

/// The method of the request that stands for a message that could not be read.
pub const UNREADABLE: &str = "customerio/unreadable";

/// Longer header blocks are garbage.
const LONGEST_HEADER: usize = 1 << 16;

/// How much is read at once.
const CHUNK: usize = 1 << 16;

/// Well-formed frames of well-formed messages, made of what `inner` gives.
pub struct Frames<R> {
    inner: R,
    raw: Vec<u8>,
    ready: Vec<u8>,
    /// How much of `ready` is read.
    taken: usize,
    /// Where the body of the frame at the beginning of `raw` is, once its header is read.
    body: Option<(usize, usize)>,
}

impl<R> Frames<R> {
    /// Reads from `inner`.
    pub fn new(inner: R) -> Self {
        Self { inner, raw: Vec::new(), ready: Vec::new(), taken: 0, body: None }
    }

    /// Moves the next whole frame to `ready`; whether there was one.
    fn advance(&mut self) -> bool {
        let (start, length) = match self.body {
            Some(body) => body,
            None => {
                let Some(end) = memchr::memmem::find(&self.raw, b"\r\n\r\n") else {
                    if self.raw.len() > LONGEST_HEADER {
                        self.raw.clear();
                    }
                    return false;
                };
                let start = end + 4;
                let Some(length) = content_length(&self.raw[..end]) else {
                    self.raw.drain(..start);
                    self.put_unreadable();
                    return true;
                };
                *self.body.insert((start, length))
            }
        };
        let Some(body) = self.raw.get(start..start.saturating_add(length)) else { return false };
        self.ready.clear();
        self.taken = 0;
        if is_message(body) {
            self.ready.extend_from_slice(format!("Content-Length: {length}\r\n\r\n").as_bytes());
            self.ready.extend_from_slice(body);
        } else {
            self.put_unreadable();
        }
        self.raw.drain(..start + length);
        self.body = None;
        // A file of megabytes was opened once; its room is not kept for every keystroke after.
        if self.raw.is_empty() && self.raw.capacity() > 4 * CHUNK {
            self.raw = Vec::new();
        }
        true
    }

    fn put_unreadable(&mut self) {
        let body = format!(r#"{{"jsonrpc":"2.0","id":null,"method":"{UNREADABLE}"}}"#);
        self.ready = format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes();
        self.taken = 0;
    }
}

/// The length that a header block states, whatever the case of its names and whatever else it holds.
fn content_length(header: &[u8]) -> Option<usize> {
    std::str::from_utf8(header).ok()?.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })
}

/// Whether tower-lsp will be able to read this body. What the message holds is skipped, not read.
fn is_message(body: &[u8]) -> bool {
    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only to be read")]
    struct Message<'a> {
        #[serde(borrow)]
        jsonrpc: Cow<'a, str>,
        #[serde(borrow)]
        method: Option<Cow<'a, str>>,
        id: Option<Id>,
    }
    let Ok(text) = std::str::from_utf8(body) else { return false };
    serde_json::from_str::<Message<'_>>(text).is_ok_and(|message| message.jsonrpc == "2.0")
}

impl<R: AsyncRead + Unpin> AsyncRead for Frames<R> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        loop {
            let rest = &this.ready[this.taken..];
            if !rest.is_empty() {
                let length = rest.len().min(buf.remaining());
                buf.put_slice(&rest[..length]);
                this.taken += length;
                if this.taken == this.ready.len() && this.ready.capacity() > 4 * CHUNK {
                    (this.ready, this.taken) = (Vec::new(), 0);
                }
                return Poll::Ready(Ok(()));
            }
            if this.advance() {
                continue;
            }
            let mut chunk = [0; CHUNK];
            let mut chunk = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut this.inner).poll_read(cx, &mut chunk))?;
            if chunk.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
            this.raw.extend_from_slice(chunk.filled());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::AsyncReadExt;

    async fn framed(input: &str) -> String {
        let mut output = String::new();
        Frames::new(input.as_bytes()).read_to_string(&mut output).await.expect("text");
        output
    }

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    const MESSAGE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"é","params":{"a":null}}"#;

    #[tokio::test]
    async fn messages_pass_whatever_their_headers() {
        let input = format!(
            "content-length:{0}\r\nContent-Type: application/vscode-jsonrpc\r\nX: y\r\nZ: z\r\n\r\n{MESSAGE}{1}",
            MESSAGE.len(),
            frame(MESSAGE)
        );
        assert_eq!(framed(&input).await, frame(MESSAGE) + &frame(MESSAGE));
    }

    #[tokio::test]
    async fn what_is_no_message_is_replaced_and_reading_goes_on() {
        let unreadable = format!(r#"{{"jsonrpc":"2.0","id":null,"method":"{UNREADABLE}"}}"#);
        for bad in ["", "{", "\"x\"", "[]", "{}", r#"{"jsonrpc":"1.0"}"#, r#"{"jsonrpc":"2.0","method":5}"#] {
            let output = framed(&(frame(bad) + &frame(MESSAGE))).await;
            assert_eq!(output, frame(&unreadable) + &frame(MESSAGE), "{bad}");
        }
        let output = framed(&format!("Content-Length: many\r\n\r\n{}", frame(MESSAGE))).await;
        assert_eq!(output, frame(&unreadable) + &frame(MESSAGE));
    }

    #[tokio::test]
    async fn a_frame_that_breaks_off_is_the_end() {
        assert_eq!(framed(&frame(MESSAGE)[..40]).await, "");
        assert_eq!(framed("Content-Length: 99999999999999999999\r\n\r\n").await.matches(UNREADABLE).count(), 1);
    }
}
