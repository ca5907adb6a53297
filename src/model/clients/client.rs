//! Clients: how they are made, with which credentials, for which region.

use crate::eval::units::modules::FileId;
use crate::eval::units::variable::EnvVariable;
use crate::model::credentials::sources::CredentialSource;
use crate::sdk::{ClientKind, CredentialForm, CredentialKind, Fingerprint, Region};
use crate::text::Repair;
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// A `new` of a client class.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientMade {
    /// The class.
    pub kind: ClientKind,
    /// The whole `new` expression.
    pub range: TextRange,
    /// The class as it is written after `new`.
    pub class_range: TextRange,
    /// The number of given arguments; `None` when a spread hides it.
    pub argument_count: Option<usize>,
    /// The credentials given, one for each leading argument that the class takes and the code gives.
    pub credentials: Vec<Credential>,
    /// The first argument is an object literal or known to be an object:
    /// `(range, keys in order with their values' ranges)`.
    pub object_first: Option<(TextRange, Vec<(SmolStr, TextRange)>)>,
    /// The options.
    pub options: OptionsGiven,
    /// The keys of the options that are seen.
    pub option_keys: Vec<OptionKey>,
    /// The region that they set.
    pub region: RegionGiven,
    /// A region given directly as an argument (`new TrackClient(id, key, RegionEU)`), with its range.
    pub positional_region: Option<(Option<Region>, TextRange)>,
    /// Further arguments after the place of the options.
    pub extra_arguments: Vec<TextRange>,
    /// The repair that makes it talk to the other region than it surely does.
    pub move_region: Option<Repair>,
}

impl ClientMade {
    /// The region that it surely talks to. Not where something is wrong with its arguments, so that it may be meant
    /// otherwise.
    pub fn region_in_effect(&self) -> Option<Region> {
        if self.positional_region.is_some() || self.object_first.is_some() || self.argument_count.is_none() {
            return None;
        }
        match self.region {
            RegionGiven::Absent => Some(Region::Us),
            RegionGiven::Known(region, _) => Some(region),
            _ => None,
        }
    }
}

/// The options argument as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionsGiven {
    /// Nothing.
    Absent,
    /// An object whose keys are all known.
    Known(TextRange),
    /// A string or a number: never right.
    Primitive(TextRange),
    /// `null`: throws.
    Null(TextRange),
    /// Something else.
    Unknown(TextRange),
}

/// A key of the options that has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionKey {
    /// The key.
    pub key: SmolStr,
    /// The range to mark for it: the key, or what carries it into the `new`.
    pub at: TextRange,
    /// The key where it is written in place by a name of its own: another one can take its place.
    pub name: Option<TextRange>,
    /// The known part of its value.
    pub value: OptionValue,
}

/// The known part of an option's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionValue {
    /// A known string.
    Text(SmolStr),
    /// `new Agent(…)` of Node.js' `http`, and not of `https`.
    HttpAgent,
    /// Anything else.
    Other,
}

/// The region that the options set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionGiven {
    /// Nothing, and nothing hidden: the SDK takes the US.
    Absent,
    /// `RegionUS` or `RegionEU`, or the branch of a choice where all agree.
    Known(Region, TextRange),
    /// A string (`"EU"`): the constructor throws. The region that it means, if it can be determined.
    Text(SmolStr, TextRange),
    /// One of several strings, none of them empty (`isEu ? "eu" : "us"`): throws either way. With the first of them.
    Chosen(SmolStr, TextRange),
    /// One of several values, of which some are right and a string is not (`isEu ? RegionEU : "us"`): throws with that.
    Sometimes(SmolStr, TextRange),
    /// A string from the environment (`process.env.CUSTOMERIO_REGION`): throws when it is set; when it is not, the SDK
    /// takes the US.
    Environment(SmolStr, TextRange),
    /// A plain object: throws too.
    Object(TextRange),
    /// The key in another spelling (`Region`, `REGION`): ignored by the SDK, which takes the US. With the key's range.
    Misspelled {
        /// As it is written.
        key: SmolStr,
        /// The key.
        at: TextRange,
        /// True when key and value are one word (`{ Region }`), so that a new key goes before it.
        shorthand: bool,
    },
    /// A custom `url` replaces the region.
    CustomUrl(TextRange),
    /// Not to be known.
    Unknown,
}

impl RegionGiven {
    /// Returns whether the program chooses it while it runs.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Self::Unknown | Self::Environment(..) | Self::Chosen(..) | Self::Sometimes(..))
    }
}

/// The argument given as a credential.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// The kind that the class expects here.
    pub wanted: CredentialKind,
    /// The argument.
    pub at: TextRange,
    /// The kind that its name implies: the environment variable, configuration property or identifier it comes from,
    /// when that name carries a qualifier. Bare names (`CUSTOMERIO_API_KEY`) imply nothing.
    pub named: Option<(CredentialKind, SmolStr)>,
    /// The region that its names say (`CUSTOMERIO_EU_SITE_ID`, `siteIdEu`), with the name that says it.
    pub names_region: Option<(Region, SmolStr)>,
    /// The form of its value, when it is a literal. The value itself is not kept.
    pub literal: Option<CredentialForm>,
    /// The place of the name or literal, when away from `at`.
    pub origin: Option<Place>,
    /// The entries for it in `.env*` files, when it is an environment variable: one for each that sets it.
    pub set: Vec<EnvVariable>,
    /// The possible sources, one by one.
    pub sources: Vec<CredentialSource>,
    /// True when it may be empty, and the analyzed file uses it besides passing it to clients, so that the code may
    /// know there whether it is.
    pub is_looked_at: bool,
    /// Equal for two credentials exactly if they are provably the same one.
    pub same: Option<SameCredential>,
}

/// Tests whether two credentials are the same one: an environment variable or a variable of the project.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SameCredential {
    /// `process.env.NAME`.
    Environment(SmolStr),
    /// A variable that is never reassigned, by the place of its declaration. The file is `None` where the analyzed one
    /// has no project.
    Variable(Option<FileId>, TextRange),
    /// Equal literals; a fingerprint, never the value.
    Literal(Fingerprint),
}
