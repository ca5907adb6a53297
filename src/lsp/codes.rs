//! Error codes of the protocol that tower-lsp does not name.

use tower_lsp::jsonrpc::{Error, ErrorCode};

/// The request was well-formed, but could not be answered.
const REQUEST_FAILED: i64 = -32803;
/// The server gave the request up.
const SERVER_CANCELLED: i64 = -32802;

/// The request cannot be answered; `message` explains the reason and the remedy.
pub fn request_failed(message: impl Into<String>) -> Error {
    Error { code: ErrorCode::ServerError(REQUEST_FAILED), message: message.into().into(), data: None }
}

/// The document changed while its diagnostics were computed. The client asks again for the new version by itself.
pub fn superseded() -> Error {
    Error {
        code: ErrorCode::ServerError(SERVER_CANCELLED),
        message: "the document changed meanwhile".into(),
        data: Some(serde_json::json!({ "retriggerRequest": false })),
    }
}

/// The document changed while a request that depends on its text was computed.
pub fn content_modified() -> Error {
    Error { code: ErrorCode::ContentModified, message: "the document changed meanwhile".into(), data: None }
}
