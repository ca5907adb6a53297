//! The questions about credentials: where they are written, what names them, what logs them.

use super::names;
use crate::model::Model;
use crate::model::http::credentials::{self, HttpCredentials};
use crate::model::http::header_keys::{self, HeaderKey};
use crate::model::logged::{self, Logged};
use crate::sdk::CredentialKind;
use std::rc::Rc;

/// The credentials in a file. Those of a client are asked of [`crate::model::ClientMade`].
#[derive(Clone, Copy)]
pub struct Credentials<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl Credentials<'_, '_> {
    /// Expressions in sight that name a credential of this kind, as written (`process.env.X!`), best first.
    pub fn in_sight(self, kind: CredentialKind) -> Rc<[String]> {
        let model = self.0;
        let find = || names::in_sight(&model.eval, &|node| model.text(model.eval.units.range(node)), kind);
        model.credentials.of(kind, find)
    }
    /// The credentials that the file writes into logs and messages of errors, in the order of the text.
    pub fn logged(self) -> Vec<Logged> {
        logged::logged(&self.0.eval)
    }
    /// The credentials that are written into headers of requests to Customer.io, in the order of the text.
    pub fn in_headers(self) -> Vec<HeaderKey> {
        header_keys::header_keys(&self.0.eval, self.0.http().addressed_calls())
    }
    /// The credentials of the requests that the file sends without an SDK, each place once.
    pub fn of_http(self) -> Vec<HttpCredentials> {
        credentials::http_credentials(&self.0.eval, self.0.calls().without_sdk())
    }
}
