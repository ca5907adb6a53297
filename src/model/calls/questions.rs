//! The questions about calls: those of the SDK and those that send requests without one.

use super::call_sites::{self, CallSite};
use super::detached::{self, Detached};
use super::ids::{self, NamedById};
use super::missing::{self, MissingCall};
use super::payloads::{self, Payload};
use super::responses::{self, HabitRead};
use super::sdk_calls::{self, Call};
use super::{call, operations, reasons};
use crate::eval::sdk_call::SdkCall;
use crate::eval::units::Node;
use crate::flow::promise::{Failure, Use};
use crate::model::Model;
use crate::model::arguments::argument::Argument;
use crate::sdk::Door;
use crate::text::TextRange;
use smol_str::SmolStr;

/// The calls that reach Customer.io.
#[derive(Clone, Copy)]
pub struct Calls<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Calls<'m, '_> {
    /// Every call of a method of the SDK's clients, direct or by a function of the project, in the order of the text.
    pub fn of_sdk(self) -> &'m [Call] {
        let all = self.of_every_door();
        &all[..all.partition_point(|call| call.door == Door::Sdk)]
    }
    /// The calls that send a request without an SDK.
    pub fn without_sdk(self) -> &'m [Call] {
        &self.every()[self.of_sdk().len()..]
    }
    /// Every call that sends a request to Customer.io: first those of the SDK, then those without an SDK, each in the
    /// order of the text. The other SDKs answer nothing that could be looked at.
    pub fn every(self) -> &'m [Call] {
        let all = self.of_every_door();
        &all[..all.partition_point(|call| call.door <= Door::Http)]
    }
    /// The same, followed by the calls of the other SDKs.
    pub fn of_every_door(self) -> &'m [Call] {
        let model = self.0;
        model
            .calls
            .of_every_door
            .get_or_init(|| sdk_calls::sdk_calls(&model.promises(), model.rope, self.of_interest()))
    }
    /// Every call of a method that a client surely does not have in the installed version (where none is known, in any
    /// version), in the order of the text.
    pub fn missing(self) -> &'m [MissingCall] {
        let model = self.0;
        model.calls.missing.get_or_init(|| missing::missing_calls(&model.eval, model.rope, model.version()))
    }
    /// The methods that the file takes off their clients, in the order of the text.
    pub fn detached(self) -> Vec<Detached> {
        detached::detached(&self.0.promises(), self.0.rope)
    }
    /// The calls that end in the SDK, with the functions of the project that lead there, in the order of the text.
    pub fn sites(self) -> Vec<CallSite> {
        call_sites::call_sites(&self.0.promises(), self.0.rope, self.of_sdk())
    }
    /// The attributes and the data of events that the calls of the file send, as far as they are seen.
    pub fn payloads(self) -> &'m [Payload] {
        self.0.calls.payloads.get_or_init(|| payloads::payloads(&self.0.eval, self.of_every_door()))
    }
    /// The call that sends a payload.
    pub fn of_payload(self, payload: &Payload) -> Option<&'m Call> {
        self.of_every_door().get(payload.call)
    }
    /// The operations of the v2 API that are passed to `batch` or `entity`, and the items of a `batch` of the Pipelines
    /// API: those that are seen. They are marked where they are written.
    pub fn operations(self, call: &Call) -> Vec<Argument> {
        operations::operations(&self.0.eval, call)
    }
    /// The things that a call names by their ids.
    pub fn named_by_id(self, call: &Call) -> Vec<NamedById> {
        ids::named_by_id(self.0, call)
    }
    /// The texts that decide that a call runs: `on("bounced", () => …)`, `case "bounced":`,
    /// `if (metric === "bounced")`.
    pub fn reasons(self, call: &Call) -> Vec<SmolStr> {
        reasons::reasons(&self.0.eval, self.0.rope, call)
    }
    /// The place where a call is awaited, when its result is dropped: the expression with its `await`.
    pub fn dropped_result(self, call: &Call) -> Option<TextRange> {
        let Failure::Awaited(at) = call.failure else { return None };
        (self.0.promises().use_of(at) == Use::Dropped).then(|| self.0.eval.units.range(at))
    }
    /// The reads of answers of the SDK that give nothing, since the answer is the body itself, in the order of the
    /// text.
    pub fn habit_reads(self) -> Vec<HabitRead> {
        if self.of_sdk().is_empty() { Vec::new() } else { responses::habits(&self.0.promises()) }
    }
    /// The calls of the SDK some of whose arguments take names or times, with the values of these, in the order of the
    /// text.
    pub(in crate::model) fn with_names_or_times(self) -> &'m [SdkCall] {
        self.0.calls.with_names_or_times.get_or_init(|| call::calls(&self.0.eval, self.of_interest()))
    }
    fn of_interest(self) -> &'m [Node] {
        self.0.calls.of_interest.get_or_init(|| call::of_interest(&self.0.eval))
    }
}
