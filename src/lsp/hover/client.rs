//! The hover text of a client of the SDK: where it sends, which variables feed it, and the version of the SDK.

use super::{Told, is_over};
use crate::disk::VersionSource;
use crate::lsp::symbols::describe::{code, setters};
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::model::{ClientMade, Credential, CredentialSource, Model, RegionGiven};
use crate::sdk::{ClientKind, PathRoot};
use std::fmt::Write;

/// The hover text for the client whose class is at a position.
pub fn at(model: &Model<'_>, it: &NamesInSight<'_>, at: usize) -> Option<Told> {
    let client = model.clients().made().iter().find(|client| is_over(client.class_range, at))?;
    let mut text = format!("`{}`: client of the {}\n\n", code(&model.text(client.class_range)), client.kind.api_name());
    let credentials = client.credentials.iter().filter_map(|given| credential(it, given));
    for line in region(client).into_iter().chain(credentials).chain(version(model, it)) {
        let _ = writeln!(text, "- {line}");
    }
    Some(Told { range: client.class_range, text })
}

/// Where it sends. What is wrong about that is a finding.
fn region(client: &ClientMade) -> Option<String> {
    if matches!(client.region, RegionGiven::CustomUrl(_)) {
        return Some("sends to its own `url` instead of a region".to_owned());
    }
    let region = client.region_in_effect()?;
    let root = match client.kind {
        ClientKind::Track | ClientKind::Legacy | ClientKind::Snippet | ClientKind::Unified => PathRoot::Track,
        ClientKind::App => PathRoot::App,
        ClientKind::Pipelines | ClientKind::CdpNode | ClientKind::CdpBrowser | ClientKind::ReactNative => {
            PathRoot::Pipelines
        }
    };
    let default = if client.region == RegionGiven::Absent { ", the default" } else { "" };
    Some(format!("region: {}{default} (`{}`)", region.as_str(), root.host(region)))
}

/// The sources of a credential, as far as they are known. A value is never told.
fn credential(it: &NamesInSight<'_>, credential: &Credential) -> Option<String> {
    let source = |source: &CredentialSource| match source {
        CredentialSource::Environment(name, _) => Some(match setters(it, name) {
            Some(files) => format!("`{}`, set in {files}", code(name)),
            None => format!("`{}`, which no `.env` file sets", code(name)),
        }),
        CredentialSource::Literal(_) => Some("written in the code".to_owned()),
        CredentialSource::Empty(_) => Some("empty".to_owned()),
        CredentialSource::Unknown => None,
    };
    let sources: Vec<String> = credential.sources.iter().filter_map(source).collect();
    (!sources.is_empty()).then(|| format!("{}: {}", credential.wanted.as_str(), sources.join("; else ")))
}

/// The version of the SDK, and the source of that.
fn version(model: &Model<'_>, it: &NamesInSight<'_>) -> Option<String> {
    let version = model.version()?;
    let found = it.snapshot.path().and_then(|path| it.session.settings().sdk_version(path));
    let source = match found.filter(|found| found.version == *version).map(|found| found.from) {
        Some(VersionSource::Installed(_)) => "installed",
        Some(VersionSource::Lock(_)) => "in the lock file, not installed",
        Some(VersionSource::Range(_)) => "the lowest version that package.json allows",
        None => "set by `sdkVersion`",
    };
    Some(format!("customerio-node {version}: {source}"))
}
