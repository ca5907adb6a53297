//! The way in which a file reads credentials from the environment.

use crate::model::{CredentialSource, Model};
use crate::sdk::CredentialKind;

/// Usual prefixes of environment variables for Customer.io.
const PREFIXES: [&str; 3] = ["CUSTOMERIO_", "CUSTOMER_IO_", "CIO_"];

/// The expression that reads a credential of this kind from the environment: the file's own if it has one, else one
/// with a name like the others of the project.
pub fn reading(model: &Model<'_>, kind: CredentialKind) -> String {
    if let Some(known) = model.credentials().in_sight(kind).iter().find(|text| text.contains("env.")) {
        return known.clone();
    }
    let read =
        model.clients().made().iter().flat_map(|client| &client.credentials).flat_map(|credential| &credential.sources);
    let read = read.filter_map(|source| match source {
        CredentialSource::Environment(name, _) => Some(name.clone()),
        _ => None,
    });
    let mut names = read.chain(model.file().variable_names());
    let prefix = names.find_map(|name| PREFIXES.into_iter().find(|prefix| name.starts_with(prefix)));
    let word = match kind {
        CredentialKind::SiteId => "SITE_ID",
        CredentialKind::TrackKey => "TRACK_API_KEY",
        CredentialKind::AppKey => "APP_API_KEY",
        CredentialKind::WriteKey => "PIPELINES_WRITE_KEY",
        CredentialKind::WebhookKey => "WEBHOOK_SECRET",
    };
    let mark = if model.file().has_types() { "!" } else { "" };
    format!("process.env.{}{word}{mark}", prefix.unwrap_or(PREFIXES[0]))
}
