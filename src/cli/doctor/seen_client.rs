//! The clients of a project, as its code creates them.

use crate::model::{ClientMade, Credential, CredentialSource, Model, RegionGiven};
use crate::project::Text;
use crate::sdk::{ClientKind, CredentialForm, CredentialKind, Region};
use crate::text::Encoding;
use crate::text::position::to_position;

/// A client that the code creates.
pub struct SeenClient {
    /// Its class.
    pub kind: ClientKind,
    /// The line of its `new`, from 1 on.
    pub line: usize,
    /// Its region.
    pub region: SeenRegion,
    /// Its credentials; `None` where the arguments are not seen.
    pub credentials: Option<Vec<SeenCredential>>,
    /// True when an object is given where the credentials belong.
    pub takes_object: bool,
}

/// The region of a client.
pub enum SeenRegion {
    /// It certainly talks to this one. True when the code does not say it.
    Known(Region, bool),
    /// The code says it in a way that the SDK does not understand, which is described.
    Wrong(String),
    /// The client has an address of its own.
    Url,
    /// It cannot be told.
    Unknown,
}

impl SeenRegion {
    /// The region that the client certainly talks to.
    pub fn known(&self) -> Option<Region> {
        match self {
            Self::Known(region, _) => Some(*region),
            _ => None,
        }
    }
}

/// A credential of a client.
pub struct SeenCredential {
    /// The kind that the class expects there.
    pub wanted: CredentialKind,
    /// Its sources; of several, an earlier one overrides a later one.
    pub sources: Vec<SeenSource>,
}

/// A source of a credential.
pub enum SeenSource {
    /// An environment variable.
    Variable(String),
    /// A string in the code, of this form.
    Literal(CredentialForm),
    /// Nothing: an empty string, `undefined` or `null`.
    Empty,
    /// Not to be known.
    Unknown,
}

impl SeenCredential {
    /// The variables among its sources.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().filter_map(|source| match source {
            SeenSource::Variable(name) => Some(name.as_str()),
            _ => None,
        })
    }
}

/// The clients that a file creates. Tests create theirs with values of their own.
pub fn clients(model: &Model<'_>, text: &Text) -> Vec<SeenClient> {
    if model.file().is_test() {
        return Vec::new();
    }
    let line = |client: &ClientMade| to_position(&text.rope, client.range.start(), Encoding::Utf32).line as usize + 1;
    let credential = |credential: &Credential| SeenCredential {
        wanted: credential.wanted,
        sources: credential
            .sources
            .iter()
            .map(|source| match source {
                CredentialSource::Environment(name, _) => SeenSource::Variable(name.to_string()),
                CredentialSource::Literal(literal) => SeenSource::Literal(literal.form),
                CredentialSource::Empty(_) => SeenSource::Empty,
                CredentialSource::Unknown => SeenSource::Unknown,
            })
            .collect(),
    };
    let all = model.clients().made().iter().map(|client| SeenClient {
        kind: client.kind,
        line: line(client),
        region: region(client),
        credentials: client.argument_count.map(|_| client.credentials.iter().map(credential).collect()),
        takes_object: client.object_first.is_some(),
    });
    all.collect()
}

fn region(client: &ClientMade) -> SeenRegion {
    if client.positional_region.is_some() {
        return SeenRegion::Wrong(
            "the region is a separate argument, so the SDK ignores it and uses the US".to_owned(),
        );
    }
    match &client.region {
        RegionGiven::Absent => SeenRegion::Known(Region::Us, true),
        RegionGiven::Known(region, _) => SeenRegion::Known(*region, false),
        RegionGiven::Text(text, _) if text.is_empty() => SeenRegion::Known(Region::Us, true),
        RegionGiven::Text(..) | RegionGiven::Chosen(..) => {
            SeenRegion::Wrong("the region is a string, not RegionUS or RegionEU".to_owned())
        }
        RegionGiven::Sometimes(..) => {
            SeenRegion::Wrong("the region is sometimes a string, not RegionUS or RegionEU".to_owned())
        }
        RegionGiven::Environment(name, _) => SeenRegion::Wrong(format!(
            "the region is the string in {name}, not RegionUS or RegionEU; when it is not set, the SDK uses the US"
        )),
        RegionGiven::Object(_) => SeenRegion::Wrong("the region is an object, not RegionUS or RegionEU".to_owned()),
        RegionGiven::Misspelled { key, .. } => {
            SeenRegion::Wrong(format!("the SDK ignores the option `{key}` and uses the US"))
        }
        RegionGiven::CustomUrl(_) => SeenRegion::Url,
        RegionGiven::Unknown => SeenRegion::Unknown,
    }
}
