//! The uses of the SDK in a file: the clients it creates, the calls on them, and the values of their arguments.
//!
//! Rules ask here and nowhere else. Everything is already resolved: imports, aliases, variables, class fields,
//! functions of the file. Anything unproved is absent or `Unknown`, and **unknown means silence**.
//!
//! The model is asked by one object a subject: `model.errors().handlers()`. All that can be asked about errors is in
//! `errors/questions.rs`, and the answers that are kept are in `errors/memo.rs`; so for the other subjects. Only the text,
//! the installed version, an argument of a call (`arguments/questions.rs`) and the evaluation itself
//! (`evaluation_stops.rs`) are asked of the [`Model`] without one.
//!
//! Parts, each of which may use those above it that it names:
//!
//! | part | files | purpose | may use |
//! |---|---|---|---|
//! | file | file | the lines, statements and names of a file | - |
//! | imports | imports | the imports of the SDK, and the names of its exports | - |
//! | arguments | arguments | the arguments of calls, and the values in them | - |
//! | calls | calls, arguments/given | the calls of the SDK, and what they are about | arguments |
//! | times | times | the times that are sent, and their units | arguments, calls, file |
//! | people | people | the people that calls are about, and their attributes | arguments, calls, file |
//! | requests | requests | the objects of requests, and their attachments | arguments, calls |
//! | events | events | the names of events | arguments |
//! | errors | errors | the handling of errors of the SDK | calls |
//! | http | http | requests that are made without the SDK | calls, file |
//! | checks | credentials/sources, credentials/checks | where credentials come from, and what checks them | - |
//! | clients | clients, credentials/names | clients, their options, and the names of their credentials | arguments, calls, checks, file, imports |
//! | retries | retries | requests that are sent again whatever the response is | calls, clients, errors, http |
//! | headers | http/credentials, http/header_keys, http/questions | the credentials of requests that are made without the SDK, and the questions about these requests | calls, clients, http, retries |
//! | logged | logged | credentials in logs | errors, file |
//! | credentials | credentials | credentials, wherever they are written | clients, headers, logged |
//! | webhooks | webhooks | the checks of webhooks, and their payloads | file |
//! | questions | file/questions, file/summary, arguments/questions, evaluation_stops, traces | what is asked about a file and an argument | arguments, calls, checks, clients, events, file, http, people, times, webhooks |

mod arguments;
mod calls;
mod clients;
mod credentials;
mod errors;
mod evaluation_stops;
mod events;
mod file;
mod http;
mod imports;
mod logged;
mod people;
mod requests;
mod retries;
mod times;
mod traces;
mod webhooks;

pub use crate::eval::Bounds;
pub use crate::eval::sdk_call::Through;
pub use crate::eval::units::files::Files;
pub use crate::eval::units::modules::{FileId, Modules};
pub use crate::eval::units::variable::EnvVariable;
pub use crate::facts::DocumentFacts;
pub use crate::flow::promise::{Dropped, DroppedBy, LoopAround, Promise, TryAround, TryPart};
pub use arguments::argument::{Argument, Field, Fields};
pub use arguments::composed::Piece;
pub use arguments::form::Form;
pub use arguments::given::Given;
pub use arguments::walked::WalkedObjects;
pub use calls::call_sites::{CallSite, CodeKey, OwnFunction};
pub use calls::detached::CalledBy;
pub use calls::ids::Numbered;
pub use calls::missing::MissingCall;
pub use calls::payloads::{Payload, PayloadOf};
pub use calls::per_request::Occasion;
pub use calls::questions::Calls;
pub use calls::sdk_calls::Call;
pub use clients::client::{ClientMade, Credential, OptionKey, OptionValue, OptionsGiven, RegionGiven, SameCredential};
pub use clients::questions::Clients;
pub use clients::site::Made;
pub use credentials::questions::Credentials;
pub use credentials::sources::{CredentialSource, LiteralKey, takes_types};
pub use errors::questions::Errors;
pub use errors::{Constant, ErrorHandler, ErrorRead, InstanceTest, Origin, RetryBy, TakenFor, UsedFor};
pub use evaluation_stops::Stopped;
pub use events::event::{ComposedName, EventName, Whole};
pub use events::questions::Events;
pub use file::name_words::words;
pub use file::questions::AnalyzedFile;
pub use file::summary::Traces;
pub use http::calls::SentTo;
pub use http::hosts::HostNamed;
pub use http::questions::Http;
pub use http::request::{Authorization, RawRequest, Scheme};
pub use imports::questions::Imports;
pub use imports::sdk::{ImportForm, ImportedName, SdkImport};
pub use logged::{Logged, LoggedThing, Sink};
pub use people::find::{AttributeName, NamedBy, makes_people};
pub use people::questions::People;
pub use requests::attachments::{Attachment, Contents};
pub use requests::internal::InternalRequest;
pub use requests::questions::Requests;
pub use requests::request::RequestMade;
pub use retries::questions::Retries;
pub use retries::{RetryAfterRead, RetryMark};
pub use times::questions::Times;
pub use times::time::{DateLibrary, SlotKind, Time, TimeCase, TimeSlot};
pub use webhooks::questions::Webhooks;
pub use webhooks::{UnknownPart, WebhookFault, WebhookFaultKind};

use crate::eval::Eval;
use crate::flow::promise::{KnownUses, PromiseAnalysis};
use crate::text::TextRange;
use ropey::Rope;
use std::rc::Rc;

/// The uses of the SDK in a file.
pub struct Model<'a> {
    pub(crate) rope: &'a Rope,
    pub(crate) eval: Eval<'a>,
    uses: Rc<KnownUses>,
    version: Option<semver::Version>,
    file: file::memo::Memo,
    imports: imports::memo::Memo,
    calls: calls::memo::Memo,
    times: times::memo::Memo,
    requests: requests::memo::Memo,
    events: events::memo::Memo,
    errors: errors::memo::Memo,
    http: http::memo::Memo,
    credentials: credentials::names::InSight,
    clients: clients::memo::Memo,
    retries: retries::memo::Memo,
}

impl<'a> Model<'a> {
    /// Looks at the first of `files`, whose text is `rope`; evaluates lazily.
    pub fn new(rope: &'a Rope, files: &'a Files<'a>, version: Option<semver::Version>) -> Self {
        Self::within(rope, files, version, Bounds::of(files))
    }
    /// The same within bounds.
    pub fn within(rope: &'a Rope, files: &'a Files<'a>, version: Option<semver::Version>, bounds: Bounds) -> Self {
        files.tell_next(crate::sdk::is_next(version.as_ref()));
        Self {
            rope,
            eval: Eval::new(files, bounds),
            uses: Rc::default(),
            version,
            file: Default::default(),
            imports: Default::default(),
            calls: Default::default(),
            times: Default::default(),
            requests: Default::default(),
            events: Default::default(),
            errors: Default::default(),
            http: Default::default(),
            credentials: Default::default(),
            clients: Default::default(),
            retries: Default::default(),
        }
    }
    /// The text of a range.
    pub fn text(&self, range: TextRange) -> String {
        self.rope.byte_slice(range.as_range()).to_string()
    }
    /// The installed version of the SDK, when it is known.
    pub fn version(&self) -> Option<&semver::Version> {
        self.version.as_ref()
    }
    /// Returns whether the installed version is known and at least `major.minor.patch`.
    pub fn at_least(&self, major: u64, minor: u64, patch: u64) -> bool {
        self.version.as_ref().is_some_and(|v| *v >= semver::Version::new(major, minor, patch))
    }
    /// Returns whether the installed version is known and below `major.minor.patch`.
    pub fn below(&self, major: u64, minor: u64, patch: u64) -> bool {
        self.version.as_ref().is_some_and(|v| *v < semver::Version::new(major, minor, patch))
    }
    pub(crate) fn promises(&self) -> PromiseAnalysis<'_, 'a> {
        PromiseAnalysis::sharing(&self.eval, self.uses.clone())
    }
    /// The file itself: its kind, its names, and the code around a place of it.
    pub fn file(&self) -> AnalyzedFile<'_, 'a> {
        AnalyzedFile(self)
    }
    /// The imports of the SDK.
    pub fn imports(&self) -> Imports<'_, 'a> {
        Imports(self)
    }
    /// The calls of the SDK, and those that send requests without one.
    pub fn calls(&self) -> Calls<'_, 'a> {
        Calls(self)
    }
    /// The times that are sent, and those that come back.
    pub fn times(&self) -> Times<'_, 'a> {
        Times(self)
    }
    /// The people that calls are about.
    pub fn people(&self) -> People<'_, 'a> {
        People(self)
    }
    /// The objects of requests.
    pub fn requests(&self) -> Requests<'_, 'a> {
        Requests(self)
    }
    /// The events that are sent.
    pub fn events(&self) -> Events<'_, 'a> {
        Events(self)
    }
    /// The errors of calls, and their handlers.
    pub fn errors(&self) -> Errors<'_, 'a> {
        Errors(self)
    }
    /// The requests that are sent without an SDK.
    pub fn http(&self) -> Http<'_, 'a> {
        Http(self)
    }
    /// The clients that the file makes.
    pub fn clients(&self) -> Clients<'_, 'a> {
        Clients(self)
    }
    /// The credentials in the file.
    pub fn credentials(&self) -> Credentials<'_, 'a> {
        Credentials(self)
    }
    /// The requests that are sent again.
    pub fn retries(&self) -> Retries<'_, 'a> {
        Retries(self)
    }
    /// The webhooks that the file takes.
    pub fn webhooks(&self) -> Webhooks<'_, 'a> {
        Webhooks(self)
    }
}
