//! Frames, good and bad.

use super::*;
use crate::lsp::message::UNREADABLE;
use serde_json::Value;
use tokio::io::AsyncReadExt;

const MESSAGE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"é","params":{"a":null}}"#;

fn frame(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

/// Returns the output, however the input is split into pieces: the bodies, `!id code` for the replacement of an
/// unreadable one.
async fn framed(input: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    for piece in [1, 7, usize::MAX] {
        let mut output = String::new();
        let mut frames = Frames::new(Pieces { input, piece });
        frames.longest = 10_000;
        frames.read_to_string(&mut output).await.expect("text");
        all.push(bodies(&output));
    }
    assert_eq!(all[0], all[2]);
    assert_eq!(all[1], all[2]);
    all.pop().expect("three")
}

/// Input that comes in pieces.
struct Pieces<'a> {
    input: &'a [u8],
    piece: usize,
}

impl AsyncRead for Pieces<'_> {
    fn poll_read(mut self: Pin<&mut Self>, _: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let (now, later) = self.input.split_at(self.input.len().min(self.piece).min(buf.remaining()));
        buf.put_slice(now);
        self.input = later;
        Poll::Ready(Ok(()))
    }
}

fn bodies(mut output: &str) -> Vec<String> {
    let mut bodies = Vec::new();
    while !output.is_empty() {
        let (header, rest) = output.split_once("\r\n\r\n").expect("a header");
        let length: usize = header.strip_prefix("Content-Length: ").expect("a length").parse().expect("a number");
        let (body, rest) = rest.split_at(length);
        let value: Value = serde_json::from_str(body).expect("JSON");
        bodies.push(if value["method"] == UNREADABLE {
            format!("!{} {}", value["id"], value["params"]["code"])
        } else {
            body.to_owned()
        });
        output = rest;
    }
    bodies
}

#[tokio::test]
async fn messages_pass_whatever_their_headers() {
    let length = MESSAGE.len();
    for header in [
        format!("content-length:{length}\r\nContent-Type: application/vscode-jsonrpc\r\nX: y\r\nZ: z\r\n\r\n"),
        format!("Content-Length: {length}\n\n"),
        format!("X: y\nContent-Length : {length} \n\r\n"),
        format!("\r\n\n  CONTENT-LENGTH:\t{length}\r\n\n"),
        format!("Content-Length: 3\r\nContent-Length: {length}\r\nX-Content-Length: 4\r\n\r\n"),
        format!("garbage\nmore}}Content-Length: {length}\r\n\r\n"),
        format!("Content-Length: 3\rContent-Length: Content-Length: {length}\r\n\r\n"),
        format!("Content-Length: 3\ngarbage-Content-Length: 4}}Content-Length: {length}\r\n\r\n"),
    ] {
        let input = format!("{header}{MESSAGE}{}", frame(MESSAGE));
        assert_eq!(framed(input.as_bytes()).await, [MESSAGE, MESSAGE], "{header}");
    }
}

#[tokio::test]
async fn what_is_no_message_is_replaced_and_reading_goes_on() {
    for (bad, stands_for_it) in [
        ("", "!null -32700"),
        ("{", "!null -32700"),
        ("\"x\"", "!null -32600"),
        ("5", "!null -32600"),
        ("[]", "!null -32600"),
        (&format!("[{MESSAGE}]"), "!null -32600"),
        ("{}", "!null -32600"),
        (r#"{"jsonrpc":"1.0"}"#, "!null -32600"),
        (r#"{"id":"a","method":"x"}"#, "!\"a\" -32600"),
        (r#"{"jsonrpc":"2.0","method":5,"id":5}"#, "!null -32600"),
        (r#"{"jsonrpc":"2.0","method":"x","id":18446744073709551616}"#, "!null -32600"),
        (r#"{"jsonrpc":"2.0","method":"x","id":[1]}"#, "!null -32600"),
        (r#"{"jsonrpc":"2.0","method":"x","method":"x","id":1}"#, "!1 -32600"),
        (r#"{"jsonrpc":"2.0","method":"x","id":6,"params":{"a":01}}"#, "!6 -32700"),
        (r#"{"jsonrpc":"2.0","method":"x","id":6,"params":"#, "!6 -32700"),
        ("{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"id\":6,\"params\":[\"\0\"]}", "!6 -32700"),
        (r#"{"jsonrpc":"2.0","method":"x","id":6} {}"#, "!6 -32700"),
    ] {
        let output = framed((frame(bad) + &frame(MESSAGE)).as_bytes()).await;
        assert_eq!(output, [stands_for_it, MESSAGE], "{bad}");
    }
    let mut bytes = frame(r#"{"jsonrpc":"2.0","id":6,"method":"x","params":["?"]}"#).into_bytes();
    let at = bytes.iter().position(|&byte| byte == b'?').expect("there");
    bytes[at] = 0xFF;
    bytes.extend_from_slice(frame(MESSAGE).as_bytes());
    assert_eq!(framed(&bytes).await, ["!6 -32700", MESSAGE]);
}

#[tokio::test]
async fn what_a_message_may_not_hold_is_replaced_in_it() {
    let message = |params: &str| format!(r#"{{"jsonrpc":"2.0","method":"x","params":{params}}}"#);
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    for (bad, good) in [
        (message(r#"["\ud83d"]"#), message(r#"["\ufffd"]"#)),
        (message("[1e400]"), message("[null]")),
        (message(&deep(130)), message(&deep(99).replace('1', "null"))),
        (message(&deep(100_000)), message(&deep(99).replace('1', "null"))),
    ] {
        let length = bad.len();
        let mut output = String::new();
        Frames::new(frame(&bad).as_bytes()).read_to_string(&mut output).await.expect("text");
        assert_eq!(output, frame(&good), "{length}");
    }
    for unknown in ["id", "extra"] {
        let bad = format!(r#"{{"jsonrpc":"2.0","method":"x","{unknown}":{}}}"#, deep(130));
        assert_eq!(framed((frame(&bad) + &frame(MESSAGE)).as_bytes()).await.last().map(String::as_str), Some(MESSAGE));
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_one_that_failed() {
    let output = framed(frame(r#"{"jsonrpc":"2.0","id":3,"result":[}"#).as_bytes()).await;
    assert!(output[0].contains(r#""id":3,"error":{"code":-32700"#), "{output:?}");
}

#[tokio::test]
async fn a_wrong_length_costs_no_other_message() {
    let length = MESSAGE.len();
    for wrong in
        [0, 1, length - 1, length + 1, length + 5, length + 16, length + 18, length + 40, length + 60, 5_000, 20_000]
    {
        let input = format!("Content-Length: {wrong}\r\n\r\n{MESSAGE}{0}{0}", frame(MESSAGE));
        let output = framed(input.as_bytes()).await;
        assert!(output.ends_with(&[MESSAGE.to_owned(), MESSAGE.to_owned()]), "{wrong}: {output:?}");
        assert_eq!(output.len(), 3, "{wrong}: {output:?}");
        // Too much and the message is whole all the same.
        let expected = if (length..=5_000).contains(&wrong) { MESSAGE } else { "!" };
        assert!(output[0].starts_with(expected), "{wrong}: {output:?}");
    }
    for header in ["Content-Length: many", "Content-Length: -5", "Content-Length: 1e3", "Content-Length:", "X: y", "x"]
    {
        let input = format!("{header}\r\n\r\n{MESSAGE}{0}{0}", frame(MESSAGE));
        assert_eq!(framed(input.as_bytes()).await, ["!null -32700", MESSAGE, MESSAGE], "{header}");
    }
}

#[tokio::test]
async fn what_is_too_long_is_skipped_and_not_kept() {
    let long = format!(r#"{{"jsonrpc":"2.0","id":8,"method":"x","params":["{}"]}}"#, "x".repeat(20_000));
    assert_eq!(framed((frame(&long) + &frame(MESSAGE)).as_bytes()).await, ["!8 -32600", MESSAGE]);
    let input = format!("Content-Length: 99999999999999999999\r\n\r\n{MESSAGE}{}", frame(MESSAGE));
    assert_eq!(framed(input.as_bytes()).await, ["!1 -32600", MESSAGE]);
    for endless in ["Content-Length: 5\r\nX: ".to_owned() + &"x".repeat(300_000), "X: y\r\n".repeat(100_000)] {
        let mut frames = Frames::new(Pieces { input: endless.as_bytes(), piece: usize::MAX });
        let mut output = String::new();
        frames.read_to_string(&mut output).await.expect("text");
        assert_eq!(bodies(&output), ["!null -32700"]);
        assert!(frames.raw.len() <= LONGEST_HEADER + CHUNK, "{}", frames.raw.len());
        let input = endless + &frame(MESSAGE);
        assert_eq!(framed(input.as_bytes()).await, ["!null -32700", MESSAGE]);
    }
}

#[tokio::test]
async fn a_frame_that_breaks_off_is_the_end() {
    assert!(framed(&frame(MESSAGE).as_bytes()[..40]).await.is_empty());
    assert!(framed(b"Content-Length: 99999999999999999999\r\n\r\n").await.is_empty());
}
