//! Frames as they really come, made into those that tower-lsp takes. Its reader knows headers by one spelling only and
//! at most two of them, and treats anything unreadable as the end of input. Here every frame gets the one form, a
//! length that is wrong costs the message that it is about and not those after it, and nothing is kept without a limit.

use super::log::log;
use super::message;
use memchr::memmem;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, ReadBuf};

/// The maximum length of a header block; longer ones are garbage.
const LONGEST_HEADER: usize = 1 << 16;

/// The maximum length of a message; longer ones are skipped: no document that is checked is a hundredth of it.
const LONGEST_BODY: u64 = 256 << 20;

/// The number of bytes kept of a message that is skipped, to find out whom to answer.
const HEAD: usize = 1 << 12;

/// The number of bytes read at once.
const CHUNK: usize = 1 << 16;

/// The maximum length of a line with a length; longer ones are garbage.
const LONGEST_LENGTH: usize = 64;

/// Well-formed frames of well-formed messages, made from the bytes of `inner`.
pub struct Frames<R> {
    inner: R,
    raw: Vec<u8>,
    /// The number of bytes of `raw` that were searched for the end of the current part.
    searched: usize,
    part: Part,
    /// True when the client was informed about the skipped input.
    lost: bool,
    ready: Vec<u8>,
    /// The number of bytes of `ready` that are read.
    taken: usize,
    longest: u64,
}

/// The beginning of `raw`.
enum Part {
    /// A header block, or garbage before one.
    Header,
    /// A body of this many bytes.
    Body(usize),
    /// This many bytes of a body that is too long; and its beginning.
    Skipped(u64, Vec<u8>),
}

impl<R> Frames<R> {
    /// Reads from `inner`.
    pub fn new(inner: R) -> Self {
        Self {
            inner,
            raw: Vec::new(),
            searched: 0,
            part: Part::Header,
            lost: false,
            ready: Vec::new(),
            taken: 0,
            longest: LONGEST_BODY,
        }
    }

    /// Advances by one part; returns whether there was enough for that.
    fn advance(&mut self) -> bool {
        match &mut self.part {
            Part::Header => self.header(),
            Part::Body(length) => {
                let length = *length;
                self.body(length)
            }
            Part::Skipped(..) => self.skip(),
        }
    }

    fn header(&mut self) -> bool {
        if self.searched == 0 {
            let blank = self.raw.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            self.raw.drain(..blank);
        }
        let Some((end, next)) = block(&self.raw, self.searched) else {
            self.searched = self.raw.len();
            if self.raw.len() > LONGEST_HEADER {
                // What may be the beginning of a header is kept, but not if that is what has no end.
                let kept = last_header(&self.raw).filter(|at| self.raw.len() - at < LONGEST_HEADER / 2);
                self.consume(kept.unwrap_or(self.raw.len() - LONGEST_LENGTH));
                self.searched = self.raw.len();
                self.lose("its header has no end");
            }
            return false;
        };
        let length = content_length(&self.raw[..end]);
        self.consume(next);
        match length {
            None => self.lose("its header has no valid Content-Length"),
            Some(length) => match usize::try_from(length) {
                Ok(length) if length as u64 <= self.longest => self.part = Part::Body(length),
                _ => {
                    log(format_args!("skipped a message of {length} bytes: the limit is {}", self.longest));
                    self.part = Part::Skipped(length, Vec::new());
                }
            },
        }
        true
    }

    fn body(&mut self, length: usize) -> bool {
        // No JSON holds the line of a header: if there is one, the length is wrong, and the next frame begins there.
        let seen = &self.raw[..self.raw.len().min(length.saturating_add(LONGEST_LENGTH))];
        if let Some(at) = inner_header(seen, self.searched).filter(|at| *at < length) {
            log("a Content-Length is wrong: the next message begins before its end");
            self.put(at);
            return true;
        }
        self.searched = seen.len();
        if self.raw.len() < length {
            return false;
        }
        // A few bytes too many reach into the header after the message.
        let body = &self.raw[..length];
        let end = body.iter().rposition(|&byte| byte == b'}').map_or(length, |at| at + 1);
        let tail = body[end..].trim_ascii_start();
        self.put(if begins_header(tail) { length - tail.len() } else { length });
        true
    }

    fn skip(&mut self) -> bool {
        let Part::Skipped(left, head) = &mut self.part else { return false };
        let here = self.raw.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
        let header = inner_header(&self.raw, 0).filter(|at| *at < here);
        let whole = header.is_some() || here as u64 == *left;
        // A header may have come in part.
        let gone = header.unwrap_or(if whole { here } else { here.saturating_sub(LONGEST_LENGTH) });
        head.extend(self.raw[..gone].iter().take(HEAD.saturating_sub(head.len())));
        *left -= gone as u64;
        let head = if whole { Some(std::mem::take(head)) } else { None };
        self.consume(gone);
        let Some(head) = head else { return false };
        self.part = Part::Header;
        self.hand_on(&message::refused(&head, "it is too large"));
        true
    }

    /// Hands the first `length` bytes on as the body of a message.
    fn put(&mut self, length: usize) {
        let body = std::mem::take(&mut self.raw);
        self.hand_on(&message::readable(&body[..length]));
        self.raw = body;
        self.consume(length);
        self.part = Part::Header;
        self.lost = false;
        // A file of megabytes was opened once; its room is not kept for every keystroke after.
        if self.raw.is_empty() && self.raw.capacity() > 4 * CHUNK {
            self.raw = Vec::new();
        }
    }

    /// Informs the client once about garbage between messages.
    fn lose(&mut self, why: &str) {
        if !std::mem::replace(&mut self.lost, true) {
            self.hand_on(&message::unframed(why));
        }
    }

    fn hand_on(&mut self, body: &str) {
        self.ready.drain(..self.taken);
        self.taken = 0;
        self.ready.extend_from_slice(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn consume(&mut self, length: usize) {
        self.raw.drain(..length);
        self.searched = 0;
    }
}

const HEADER: &[u8] = b"Content-Length:";

/// The end of the first header block that ends at or after `from`, and the beginning of its body. Lines end with LF,
/// before which there may be a CR.
fn block(raw: &[u8], from: usize) -> Option<(usize, usize)> {
    let from = from.saturating_sub(2);
    memchr::memchr_iter(b'\n', &raw[from..]).map(|at| from + at).find_map(|at| match &raw[at + 1..] {
        [b'\n', ..] => Some((at, at + 2)),
        [b'\r', b'\n', ..] => Some((at, at + 3)),
        _ => None,
    })
}

/// The length that a header block states, whatever the case of its names and whatever else it holds. Garbage may
/// precede it.
fn content_length(block: &[u8]) -> Option<u64> {
    let stated = |from: usize, name: &[u8]| {
        let value = block[from..].strip_prefix(name)?.trim_ascii_start().strip_prefix(b":")?;
        let value = value[..memchr::memchr(b'\n', value).unwrap_or(value.len())].trim_ascii();
        (!value.is_empty() && value.iter().all(u8::is_ascii_digit)).then_some((from, value))
    };
    let name = HEADER.len() - 1;
    let all = block.windows(name).enumerate().filter(|(_, word)| word.eq_ignore_ascii_case(&HEADER[..name]));
    let all: Vec<_> = all.filter_map(|(at, word)| stated(at, word)).collect();
    // `X-Content-Length` is another header, unless there is nothing else.
    let own = all.iter().rev().find(|(at, _)| *at == 0 || block[at - 1] != b'-');
    let (_, value) = own.or(all.last())?;
    // More digits than fit are a length all the same: one that is too long.
    Some(std::str::from_utf8(value).ok()?.parse().unwrap_or(u64::MAX))
}

/// The last place of a length's name.
fn last_header(raw: &[u8]) -> Option<usize> {
    raw.windows(HEADER.len()).rposition(|window| window.eq_ignore_ascii_case(HEADER))
}

/// Returns whether `tail` is the beginning of the line of a header with a length.
fn begins_header(tail: &[u8]) -> bool {
    let (name, value) = tail.split_at(tail.len().min(HEADER.len()));
    let number = value.trim_ascii_start();
    !name.is_empty() && HEADER[..name.len()].eq_ignore_ascii_case(name) && number.iter().all(u8::is_ascii_digit)
}

/// The place of a header line with a length that was not complete when `searched` bytes were.
fn inner_header(raw: &[u8], searched: usize) -> Option<usize> {
    let from = searched.saturating_sub(LONGEST_LENGTH);
    [HEADER, b"content-length:"].into_iter().filter_map(|name| first_header(raw, from, name)).min()
}

fn first_header(raw: &[u8], from: usize, name: &[u8]) -> Option<usize> {
    memmem::find_iter(&raw[from..], name).map(|at| from + at).find(|at| {
        let rest = &raw[at + name.len()..];
        let line = &rest[..rest.len().min(LONGEST_LENGTH - name.len())];
        let Some(end) = memchr::memchr(b'\n', line) else { return false };
        let value = line[..end].trim_ascii();
        !value.is_empty() && value.iter().all(u8::is_ascii_digit)
    })
}

impl<R: AsyncRead + Unpin> AsyncRead for Frames<R> {
    fn poll_read(mut self: Pin<&mut Self>, ctx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
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
            if this.taken < this.ready.len() {
                continue;
            }
            let mut chunk = [0; CHUNK];
            let mut chunk = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut this.inner).poll_read(ctx, &mut chunk))?;
            if chunk.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
            this.raw.extend_from_slice(chunk.filled());
        }
    }
}

#[cfg(test)]
mod tests;
