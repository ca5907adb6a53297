//! Environment variables that hold the credentials of clients.

use super::kind::{Kind, KnownName};
use super::usage::{By, NameUse};
use super::written::{WrittenForm, WrittenName};
use crate::model::{CredentialSource, Model};
use crate::text::Place;

/// Finds the variables that the clients of a file take their credentials from.
pub(super) fn find(model: &Model<'_>, found: &mut Vec<NameUse>) {
    for client in model.clients().made() {
        for credential in &client.credentials {
            for source in &credential.sources {
                let CredentialSource::Environment(name, place) = source else { continue };
                let is_here = place.file.is_none() && credential.at.contains(place.range);
                found.push(NameUse {
                    kind: Kind::Credential,
                    name: KnownName::Environment(name.clone()),
                    at: credential.at,
                    written: Some(WrittenName { place: place.clone(), form: WrittenForm::Variable }),
                    origin: (!is_here).then(|| Place::clone(place)),
                    by: By::client(client),
                    data: None,
                });
            }
        }
    }
}
