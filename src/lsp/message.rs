//! Reading one message, exactly as tower-lsp will: its own reader takes one that it cannot read for the end of the
//! session.

use super::lenient_reader::{Salvaged, salvage, without_surrogates};
use serde::Deserialize;
use serde_json::json;
use std::borrow::Cow;
use tower_lsp::jsonrpc::{ErrorCode, Id, Request, Response};

/// The method of the request that stands for a message that could not be read.
pub const UNREADABLE: &str = "customerio/unreadable";

/// The shape that tower-lsp reads every message as; its own type is private.
#[derive(Deserialize)]
#[serde(untagged)]
enum Message {
    #[expect(dead_code, reason = "only to be read")]
    Response(Response),
    Request(Request),
}

/// The reason why a message cannot be handed on.
enum Fault {
    NotJson,
    NoMessage,
}

/// Returns the message that tower-lsp gets for this body: the message, repaired where necessary, or a replacement for
/// one that cannot be read.
pub fn readable(body: &[u8]) -> Cow<'_, str> {
    let text = match std::str::from_utf8(body) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => match without_surrogates(body) {
            Some(text) => Cow::Owned(text),
            None => {
                let found = salvage(&String::from_utf8_lossy(body));
                return refusal(found, &ErrorCode::ParseError, "it is not UTF-8").into();
            }
        },
    };
    if read(&text).is_ok() {
        return text;
    }
    let mut found = salvage(&text);
    match read(&found.text) {
        Ok(()) => std::mem::take(&mut found.text).into(),
        Err(Fault::NoMessage) => {
            refusal(found, &ErrorCode::InvalidRequest, "it is not a message of JSON-RPC 2.0").into()
        }
        Err(Fault::NotJson) => refusal(found, &ErrorCode::ParseError, "it is not JSON").into(),
    }
}

/// Returns the replacement of a message of which only the beginning is available.
pub fn refused(beginning: &[u8], why: &str) -> String {
    refusal(salvage(&String::from_utf8_lossy(beginning)), &ErrorCode::InvalidRequest, why)
}

/// Returns the replacement of input that is not even a frame.
pub fn unframed(why: &str) -> String {
    refusal(Salvaged::default(), &ErrorCode::ParseError, why)
}

fn read(text: &str) -> Result<(), Fault> {
    match serde_json::from_str::<Message>(text) {
        // Without a method it was to be an answer, and answers are not answered.
        Ok(Message::Request(request)) if request.method().is_empty() => Err(Fault::NoMessage),
        Ok(_) => Ok(()),
        Err(error) if error.is_data() => Err(Fault::NoMessage),
        Err(_) => Err(Fault::NotJson),
    }
}

/// A response is handed on as one that failed: the requester is informed. For anything else goes a request that the
/// ingress answers.
fn refusal(found: Salvaged, code: &ErrorCode, why: &str) -> String {
    let code = code.code();
    match found.id {
        Some(id @ (Id::Number(_) | Id::String(_))) if found.is_response && found.method.is_none() => {
            let message = format!("the answer cannot be read: {why}");
            json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } }).to_string()
        }
        id => {
            // Without a method it is not known whether the id is one of the client's own requests.
            let id = id.and_then(|id| found.method.is_some().then(|| json!(id))).unwrap_or_default();
            let params = json!({ "code": code, "why": why, "method": found.method, "uri": found.uri });
            json!({ "jsonrpc": "2.0", "id": id, "method": UNREADABLE, "params": params }).to_string()
        }
    }
}
