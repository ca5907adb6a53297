//! The uses of the SDK in a file: the clients it creates, the calls on them, and the values of their arguments.
//!
//! Rules ask here and nowhere else. Everything is already resolved: imports, aliases, variables, class fields,
//! functions of the file. Anything unproved is absent or `Unknown`, and **unknown means silence**.
//!
//! Parts, each of which may use those above it that it names; a rule asks all of them through [`Model`]:
//!
//! | part | files | purpose | may use |
//! |---|---|---|---|
//! | file | file | the lines, statements and names of a file | - |
//! | imports | imports | the imports of the SDK, and the names of its exports | - |
//! | arguments | arguments | the arguments of calls, and the values in them | - |
//! | times | times | the times that are sent, and their units | arguments, file |
//! | calls | calls, arguments/given | the calls of the SDK, and what they are about | arguments, file |
//! | requests | requests | the objects of requests, and their attachments | arguments, calls |
//! | events | events | the names of events | arguments |
//! | errors | errors | the handling of errors of the SDK | calls |
//! | http | http | requests that are made without the SDK | calls, file |
//! | credentials | credentials/sources, credentials/checks | where credentials come from, and what checks them | - |
//! | clients | clients, credentials | clients, their options, and the names of their credentials | arguments, calls, credentials, file, imports |
//! | retries | retries | requests that are sent again whatever the response is | calls, errors, http |
//! | headers | http/credentials, http/header_keys | the credentials of requests that are made without the SDK | calls, clients, http |
//! | logged | logged | credentials in logs | errors, file |
//! | webhooks | webhooks | the checks of webhooks, and their payloads | file |
//! | questions | file/questions, file/error_questions, file/summary, arguments/questions, arguments/walked, evaluation_stops, traces | what rules ask about a file and an argument | arguments, calls, clients, errors, events, file, headers, http, imports, logged, requests, retries, times, webhooks |

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
pub use calls::detached::{CalledBy, Detached};
pub use calls::ids::Numbered;
pub use calls::missing::MissingCall;
pub use calls::payloads::{Payload, PayloadOf};
pub use calls::people::{AttributeName, NamedBy, makes_people};
pub use calls::per_request::Occasion;
pub use calls::responses::{DateOfSeconds, HabitRead};
pub use calls::sdk_calls::Call;
pub use clients::client::{ClientMade, Credential, OptionKey, OptionValue, OptionsGiven, RegionGiven, SameCredential};
pub use clients::site::{Made, MadeByCall};
pub use credentials::sources::{CredentialSource, LiteralKey, takes_types};
pub use errors::{
    Constant, ErrorHandler, ErrorRead, InstanceTest, Origin, Retried, RetryBy, StatusCode, TakenFor, UsedFor,
};
pub use evaluation_stops::Stopped;
pub use events::event::{ComposedName, EventName, Whole};
pub use file::name_words::words;
pub use file::statement::OwnLines;
pub use file::summary::Traces;
pub use http::calls::SentTo;
pub use http::credentials::HttpCredentials;
pub use http::header_keys::HeaderKey;
pub use http::hosts::HostNamed;
pub use http::request::{Authorization, RawRequest, Scheme};
pub use imports::manifest::{MistakenWanted, SdkWanted};
pub use imports::sdk::{EnumMember, ImportForm, ImportedName, SdkImport};
pub use imports::symbols::ExportName;
pub use logged::{Logged, LoggedThing, Sink};
pub use requests::attachments::{Attachment, Contents};
pub use requests::internal::InternalRequest;
pub use requests::request::RequestMade;
pub use retries::{RetriedAlways, RetryAfterRead, RetryMark};
pub use times::time::{DateLibrary, SlotKind, Time, TimeCase, TimeSlot};
pub use webhooks::{UnknownInWebhook, UnknownPart, WebhookFault, WebhookFaultKind};

use crate::eval::Eval;
use crate::eval::units::files::LocalFile;
use crate::sdk::{ClientKind, CredentialKind, Region};
use crate::text::{Repair, TextRange};
use ropey::Rope;
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The uses of the SDK in a file.
pub struct Model<'a> {
    pub(crate) rope: &'a Rope,
    pub(crate) eval: Eval<'a>,
    uses: Rc<crate::flow::promise::KnownUses>,
    version: Option<semver::Version>,
    calls: OnceCell<Vec<crate::eval::sdk_call::SdkCall>>,
    clients: OnceCell<Vec<ClientMade>>,
    slots: OnceCell<Vec<TimeSlot>>,
    names: OnceCell<(Vec<EventName>, Vec<ComposedName>)>,
    payloads: OnceCell<Vec<Payload>>,
    of_interest: OnceCell<Vec<crate::eval::units::Node>>,
    every_call: OnceCell<Vec<Call>>,
    mocked: OnceCell<bool>,
    whole: OnceCell<String>,
    in_sight: credentials::names::InSight,
    expected_failures: OnceCell<Vec<TextRange>>,
    missing_calls: OnceCell<Vec<MissingCall>>,
    imports: OnceCell<imports::sdk::Imports>,
    addressed_calls: OnceCell<Vec<http::request::AddressedCall>>,
    mentioned: OnceCell<file::prefilter::Mentioned>,
    enum_members: OnceCell<Vec<EnumMember>>,
    requests: OnceCell<Vec<RequestMade>>,
    error_handlers: OnceCell<Vec<ErrorHandler>>,
    retried: OnceCell<Vec<Retried>>,
    request_handlers: OnceCell<Vec<ErrorHandler>>,
    alone: OnceCell<file::exclusive_code::Alone>,
    taken: OnceCell<Vec<&'static str>>,
    intercepting: RefCell<FxHashMap<LocalFile, bool>>,
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
            calls: OnceCell::new(),
            clients: OnceCell::new(),
            slots: OnceCell::new(),
            names: OnceCell::new(),
            payloads: OnceCell::new(),
            of_interest: OnceCell::new(),
            every_call: OnceCell::new(),
            mocked: OnceCell::new(),
            whole: OnceCell::new(),
            in_sight: credentials::names::InSight::default(),
            expected_failures: OnceCell::new(),
            missing_calls: OnceCell::new(),
            imports: OnceCell::new(),
            addressed_calls: OnceCell::new(),
            mentioned: OnceCell::new(),
            enum_members: OnceCell::new(),
            requests: OnceCell::new(),
            error_handlers: OnceCell::new(),
            retried: OnceCell::new(),
            request_handlers: OnceCell::new(),
            alone: OnceCell::new(),
            taken: OnceCell::new(),
            intercepting: RefCell::default(),
        }
    }
    /// Returns the file's entry for the SDK, when it is a `package.json` that asks for it.
    pub fn sdk_wanted(&self) -> Option<SdkWanted> {
        imports::manifest::sdk_wanted(self.eval.units.files)
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
    fn calls(&self) -> &[crate::eval::sdk_call::SdkCall] {
        self.calls.get_or_init(|| calls::call::calls(&self.eval, self.of_interest()))
    }
    pub(crate) fn promises(&self) -> crate::flow::promise::PromiseAnalysis<'_, 'a> {
        crate::flow::promise::PromiseAnalysis::sharing(&self.eval, self.uses.clone())
    }
    fn of_interest(&self) -> &[crate::eval::units::Node] {
        self.of_interest.get_or_init(|| calls::call::of_interest(&self.eval))
    }
    /// The place where a call is awaited, when its result is dropped: the expression with its `await`.
    pub fn dropped_result(&self, call: &Call) -> Option<TextRange> {
        let crate::flow::promise::Failure::Awaited(at) = call.failure else { return None };
        (self.promises().use_of(at) == crate::flow::promise::Use::Dropped).then(|| self.eval.units.range(at))
    }
    /// The lines of an expression that is a statement and shares them with no other.
    pub fn own_lines(&self, range: TextRange) -> Option<OwnLines> {
        file::statement::own_lines(self.rope, range)
    }
    /// Returns whether something with one of these names is called in a range of the file.
    pub fn calls_named(&self, range: TextRange, names: &[&str]) -> bool {
        calls::call::calls_named(&self.eval, range, names)
    }
    /// Every call of a method that a client surely does not have in the installed version (where none is known, in any
    /// version), in the order of the text.
    pub fn missing_calls(&self) -> &[MissingCall] {
        let find = || calls::missing::missing_calls(&self.eval, self.rope, self.version());
        self.missing_calls.get_or_init(find)
    }
    /// The variables of the module that certainly hold a client of this kind.
    pub fn clients_in_sight(&self, kind: ClientKind) -> Vec<String> {
        // The names of other blocks mean something else in this one.
        let is_document = self.document().is_some();
        if is_document { Vec::new() } else { calls::missing::clients_in_sight(&self.eval, kind) }
    }
    /// The operations of the v2 API that are passed to `batch` or `entity`, and the items of a `batch` of the Pipelines
    /// API: those that are seen. They are marked where they are written.
    pub fn operations(&self, call: &Call) -> Vec<Argument> {
        calls::operations::operations(&self.eval, call)
    }
    /// Returns whether the file gives something a `toJSON`, as one does to have bigints in JSON.
    pub fn sets_to_json(&self) -> bool {
        arguments::null_checks::sets_to_json(&self.eval)
    }
    /// Returns whether something in a range of the analyzed file waits on purpose: `await sleep(10_000)`.
    pub fn waits_in(&self, range: TextRange) -> bool {
        file::sleeps::waits_in(&self.eval, range)
    }
    /// The names of the person that a call is about: its ids and addresses, as they are written.
    pub fn persons(&self, call: &Call) -> Vec<String> {
        arguments::given::persons(&self.eval, call).into_iter().map(|range| self.text(range)).collect()
    }
    /// Returns whether the file replaces modules by mocks, as tests do: its calls may send nothing.
    pub fn is_mocked(&self) -> bool {
        *self.mocked.get_or_init(|| calls::sdk_calls::mocks(&self.eval))
    }
    /// Returns whether a place is in code of a test that is to fail, or to be shown not to, so on purpose.
    pub fn is_expected_to_fail(&self, range: TextRange) -> bool {
        let expected = self.expected_failures.get_or_init(|| {
            if self.mentioned().expectation {
                file::expected_failures::expected_failures(&self.eval)
            } else {
                Vec::new()
            }
        });
        expected.iter().any(|code| code.contains(range))
    }
    /// Returns whether the file is a test or a mock: it replaces modules, or its path says so.
    pub fn is_test(&self) -> bool {
        self.is_mocked() || credentials::sources::is_test(&self.eval)
    }
    /// Returns whether the file is written with types, so that `!` is allowed in it.
    pub fn has_types(&self) -> bool {
        credentials::sources::has_types(&self.eval, self.rope)
    }
    /// All of the text.
    pub(crate) fn whole_text(&self) -> &str {
        self.whole.get_or_init(|| self.rope.to_string())
    }
    /// The end of the last statement of the module.
    pub(crate) fn end_of_module(&self) -> Option<usize> {
        let root = self.eval.units.unit(self.eval.units.root(crate::eval::units::files::LocalFile::HERE));
        root.children.iter().map(|child| (child.start + child.len) as usize).max()
    }
    /// The directive `"use client"` that the file begins with: its imports are sent to the browser.
    pub fn use_client(&self) -> Option<TextRange> {
        credentials::sources::use_client(&self.eval)
    }
    /// The names that the `.env*` files around the file set, examples included.
    pub fn variable_names(&self) -> Vec<smol_str::SmolStr> {
        self.eval.units.files.variable_names()
    }
    /// Returns whether the file reads an environment variable: `process.env.NAME`, `env("NAME")`.
    pub fn mentions(&self, name: &str) -> bool {
        clients::site::mentions(&self.eval, name)
    }
    /// Every `new` of a request class of the SDK, in the order of the text.
    pub fn requests(&self) -> &[RequestMade] {
        self.requests.get_or_init(|| requests::request::requests(&self.eval))
    }
    /// Every request that a function of the project makes for this file, which calls it, in the order of the text.
    pub fn passed_requests(&self) -> Vec<RequestMade> {
        requests::request::passed(&self.eval, self.calls())
    }
    /// Returns whether a variable or a parameter of this name may be used at an expression of the file.
    pub fn is_in_sight(&self, expression: TextRange, name: &str) -> bool {
        file::scope::is_in_sight(&self.eval, expression, name)
    }
    /// Every call of `attach` on a request of the SDK, in the order of the text.
    pub fn attachments(&self) -> Vec<Attachment> {
        requests::attachments::attachments(&self.eval)
    }
    /// The way to name an export of the SDK in the analyzed file; `None` when the file does not import the SDK by
    /// itself.
    pub fn symbol(&self, export: &str) -> Option<ExportName> {
        imports::symbols::symbol(&self.eval, self.rope, export)
    }
    /// Every `new` of a client class of `customerio-node`, in the order of the text.
    pub fn clients(&self) -> &[ClientMade] {
        self.clients.get_or_init(|| {
            let mut clients = clients::find::clients(&self.eval);
            for client in &mut clients {
                client.move_region = client.region_in_effect().and_then(|now| self.set_region(client, now.other()));
            }
            clients
        })
    }
    /// Every client of the SDKs for Pipelines that the file makes, in the order of the text.
    pub fn other_clients(&self) -> Vec<ClientMade> {
        clients::find::others(&self.eval)
    }
    /// Every place where a time goes to Customer.io by a Track or App call (the Pipelines dialect is left out), in the
    /// order of the text.
    pub fn time_slots(&self) -> &[TimeSlot] {
        self.slots.get_or_init(|| {
            times::seconds::finish(&self.eval, self.rope, times::slots::raw_slots(&self.eval, self.calls()))
        })
    }
    /// Every known event name that is sent, through whatever door, in the order of the text. Page and screen events and
    /// paths are left out.
    pub fn event_names(&self) -> &[EventName] {
        &self.names().0
    }
    /// Every name of an event some parts of which are not known, as [`Model::event_names`].
    pub fn composed_names(&self) -> &[ComposedName] {
        &self.names().1
    }
    fn names(&self) -> &(Vec<EventName>, Vec<ComposedName>) {
        self.names.get_or_init(|| events::find::event_names(&self.eval, self.calls()))
    }
    /// The attributes and the data of events that the calls of the file send, as far as they are seen.
    pub fn payloads(&self) -> &[Payload] {
        self.payloads.get_or_init(|| calls::payloads::payloads(&self.eval, self.calls_of_every_door()))
    }
    /// The call that sends a payload.
    pub fn call_of(&self, payload: &Payload) -> Option<&Call> {
        self.calls_of_every_door().get(payload.call)
    }
    /// Expressions in sight that name a credential of this kind, as written (`process.env.X!`), best first.
    pub fn credentials_in_sight(&self, kind: CredentialKind) -> Rc<[String]> {
        self.in_sight
            .of(kind, || credentials::names::in_sight(&self.eval, &|node| self.text(self.eval.units.range(node)), kind))
    }
    /// The repair that puts `region` into a client: as its options, inside its options, or instead of a wrong value;
    /// with the import when it is missing. `None` where the shape of the code does not allow it.
    pub fn set_region(&self, client: &ClientMade, region: Region) -> Option<Repair> {
        clients::region::set_region(&self.eval, self.rope, client, region)
    }
}
