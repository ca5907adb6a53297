//! The questions that rules ask about a file besides the SDK's calls: its imports, the requests it sends by itself, its
//! use of responses.

use super::prefilter::Mentioned;
use crate::eval::units::files::LocalFile;
use crate::model::{
    Call, CallSite, ClientMade, CodeKey, DateOfSeconds, Detached, DocumentFacts, EnumMember, HabitRead, HeaderKey,
    HttpCredentials, InternalRequest, Logged, Made, MadeByCall, MistakenWanted, Model, RawRequest, RequestMade,
    SdkImport, SentTo, UnknownInWebhook, calls::call_sites, calls::detached, calls::reasons, calls::responses,
    calls::sdk_calls, clients::site as client_site, file::exclusive_code, http::calls as http_calls,
    http::credentials as http_credentials, http::header_keys, http::request as http, http::responses as http_responses,
    imports::manifest, imports::sdk as imports, logged, requests::internal, requests::request as requests, webhooks,
};
use crate::sdk::Door;
use crate::sdk::responses::answers_with_times;
use crate::text::TextRange;
use smol_str::SmolStr;

impl Model<'_> {
    /// Every call of a method of the SDK's clients, direct or by a function of the project, in the order of the text.
    pub fn sdk_calls(&self) -> &[Call] {
        let all = self.calls_of_every_door();
        &all[..all.partition_point(|call| call.door == Door::Sdk)]
    }
    /// Every call that sends a request to Customer.io: first those of the SDK, then those without an SDK, each in the
    /// order of the text. The other SDKs answer nothing that could be looked at.
    pub fn every_call(&self) -> &[Call] {
        let all = self.calls_of_every_door();
        &all[..all.partition_point(|call| call.door <= Door::Http)]
    }
    /// The same, followed by the calls of the other SDKs.
    pub fn calls_of_every_door(&self) -> &[Call] {
        self.every_call.get_or_init(|| sdk_calls::sdk_calls(&self.promises(), self.rope, self.of_interest()))
    }
    /// The calls that end in the SDK, with the functions of the project that lead there, in the order of the text.
    pub fn call_sites(&self) -> Vec<CallSite> {
        call_sites::call_sites(&self.promises(), self.rope, self.sdk_calls())
    }
    /// The key of a client that the file makes.
    pub fn client_key(&self, client: &ClientMade) -> Option<CodeKey> {
        call_sites::key_at(&self.promises(), self.rope, client.range)
    }
    /// The calls that send a request without an SDK.
    pub fn other_calls(&self) -> &[Call] {
        &self.every_call()[self.sdk_calls().len()..]
    }
    /// Every request for a transactional message that the file sends as a plain object, where that is right, in the order
    /// of the text.
    pub fn sent_requests(&self) -> Vec<RequestMade> {
        requests::sent(self.calls_of_every_door())
    }
    /// Returns what the file says of its code, when it is a document that shows code.
    pub fn document(&self) -> Option<&DocumentFacts> {
        self.eval.units.files.facts(LocalFile::HERE).document()
    }
    /// Returns the file's imports of the SDK, in the order of the text.
    pub fn sdk_imports(&self) -> &[SdkImport] {
        &self.imports().of_sdk
    }
    /// Returns whether the file imports a module whose name begins like this: `$env/`.
    pub fn imports_of(&self, prefix: &str) -> bool {
        let units = &self.eval.units;
        let mut imports = units.statements(LocalFile::HERE).flat_map(|unit| &units.unit(unit).imports);
        imports.any(|import| import.module.starts_with(prefix))
    }
    /// Returns whether code at a place of the analyzed file is for the SDK alone: in a call, a request, a client or an
    /// import, or in a variable that only goes there.
    pub fn is_for_the_sdk_alone(&self, range: TextRange) -> bool {
        self.alone.get_or_init(|| exclusive_code::Alone::new(self)).holds(range)
    }
    /// Returns the file's imports of packages that are mistaken for the SDK, in the order of the text. One that is
    /// there by that name, as a module of the project or installed, is left out.
    pub fn mistaken_imports(&self) -> &[SdkImport] {
        &self.imports().mistaken
    }
    /// Returns the packages that the file asks for in place of the SDK, when it is a `package.json`.
    pub fn mistaken_wanted(&self) -> Vec<MistakenWanted> {
        manifest::mistaken_wanted(self.eval.units.files, self.rope, self.version())
    }
    fn imports(&self) -> &imports::Imports {
        self.imports.get_or_init(|| imports::imports(&self.eval, self.rope))
    }
    /// The members that the file takes of the SDK's enumerations (and of its other exports), in the order of the text.
    pub fn enum_members(&self) -> &[EnumMember] {
        self.enum_members.get_or_init(|| imports::enum_members(&self.eval))
    }
    /// The dates that the file makes of seconds in answers of the SDK's calls as if they were milliseconds, in the
    /// order of the text.
    pub fn dates_of_seconds(&self) -> Vec<DateOfSeconds> {
        let answers = |call: &Call| call.method.as_deref().is_some_and(answers_with_times);
        if self.sdk_calls().iter().any(answers) {
            responses::dates_of_seconds(&self.promises())
        } else {
            // Most files ask for none, and nothing is evaluated for them.
            Vec::new()
        }
    }
    /// The reads of answers of the SDK that give nothing, since the answer is the body itself, in the order of the
    /// text.
    pub fn habit_reads(&self) -> Vec<HabitRead> {
        if self.sdk_calls().is_empty() { Vec::new() } else { responses::habits(&self.promises()) }
    }
    /// The credentials that are written into headers of requests to Customer.io, in the order of the text.
    pub fn header_keys(&self) -> Vec<HeaderKey> {
        header_keys::header_keys(&self.eval, self.addressed_calls())
    }
    /// The credentials that the file writes into logs and messages of errors, in the order of the text.
    pub fn logged_credentials(&self) -> Vec<Logged> {
        logged::logged(&self.eval)
    }
    /// The methods that the file takes off their clients, in the order of the text.
    pub fn detached_methods(&self) -> Vec<Detached> {
        detached::detached(&self.promises(), self.rope)
    }
    /// The requests that the file sends with the SDK's internal client, in the order of the text.
    pub fn internal_requests(&self) -> Vec<InternalRequest> {
        internal::requests(&self.eval)
    }
    /// The place where a client is created, and the use of it.
    pub fn made(&self, client: &ClientMade) -> Option<Made> {
        client_site::made(&self.promises(), client.range)
    }
    /// The calls of functions of the project that make a client each time, in the order of the text.
    pub fn made_by_calls(&self) -> Vec<MadeByCall> {
        client_site::made_by_calls(&self.promises())
    }
    /// The requests that the file sends to Customer.io without the SDK, in the order of the text.
    pub fn raw_requests(&self) -> Vec<RawRequest> {
        http::requests(&self.eval, self.addressed_calls(), self.other_calls())
    }
    /// The destination of a call that is sent without an SDK.
    pub fn sent_to(&self, call: &Call) -> Option<SentTo> {
        http_calls::sent_to(&self.eval, call)
    }
    /// Returns whether nothing looks at the status of the response to a request that is sent without an SDK, though its
    /// promise resolves whatever that is.
    pub fn is_response_unchecked(&self, call: &Call) -> bool {
        http_responses::is_unchecked(&self.promises(), call)
    }
    /// Returns whether a call without an SDK sends its request once, whatever the response is.
    pub fn is_sent_once(&self, call: &Call) -> bool {
        http_calls::is_sent_once(&self.eval, &self.intercepting, call)
    }
    /// The credentials of the requests that the file sends without an SDK, each place once.
    pub fn http_credentials(&self) -> Vec<HttpCredentials> {
        http_credentials::http_credentials(&self.eval, self.other_calls())
    }
    /// The addresses of people in the paths of requests without an SDK that are not encoded, in the order of the text.
    pub fn bare_addresses(&self) -> Vec<TextRange> {
        http_calls::bare_addresses(&self.eval, self.other_calls())
    }
    pub(in crate::model) fn mentioned(&self) -> Mentioned {
        *self.mentioned.get_or_init(|| Mentioned::in_text(self.rope))
    }
    fn addressed_calls(&self) -> &[http::AddressedCall] {
        self.addressed_calls.get_or_init(|| http::calls(&self.eval, self.mentioned()))
    }
    /// Returns the file's reads of Customer.io webhooks that these do not support.
    pub fn unknown_in_webhooks(&self) -> Vec<UnknownInWebhook> {
        if self.mentioned().signature { webhooks::unknown(&self.eval) } else { Vec::new() }
    }
    /// The texts that decide that a call runs: `on("bounced", () => …)`, `case "bounced":`,
    /// `if (metric === "bounced")`.
    pub fn reasons(&self, call: &Call) -> Vec<SmolStr> {
        reasons::reasons(&self.eval, self.rope, call)
    }
}
