//! Requests to Customer.io that are sent without the SDK, whatever sends them: `fetch`, axios, got, ky, superagent,
//! `https.request` and others, behind functions and classes of the project too.

mod address;
mod cold;
mod given;
mod options;
mod path;
mod promiseless;
mod reach;
mod senders;
mod set_later;

pub use options::{OptionOf, entry};
pub(super) use senders::is_helper;
pub(super) use set_later::SetLater;

use super::Eval;
use super::ask::{Answer, Question};
use super::sdk_call::SdkCall;
use super::units::Node;
use super::value::{Address, Frame, Request, Sender, SenderOptions, Value, ValueKind};
use crate::facts::{ExprKind, TemplatePart};
use crate::sdk::{ArgumentSlot, Door, PathRoot, Routed, Segment, route};
use crate::text::TextRange;
use path::{Path, PathSegment};
use smol_str::SmolStr;
use std::rc::Rc;

impl Eval<'_> {
    /// The request to Customer.io that a call sends by itself.
    pub fn http_request(&self, node: Node, frame: &Frame) -> Option<Rc<Request>> {
        if !self.may_send(node) || !self.may_know_a_host() {
            return None;
        }
        let find = || Answer::Sent(self.request_sent(node, frame).map(Rc::new));
        match self.ask(Question::Sent(node), frame, node, || Answer::Sent(None), find) {
            Answer::Sent(request) => request,
            _ => None,
        }
    }

    fn request_sent(&self, node: Node, frame: &Frame) -> Option<Request> {
        let given = self.given_to_sender(node, frame)?;
        let (api, region) = given.address.api()?;
        let host = given.address.host()?;
        let path = Path::of(self, &given.address.after_host());
        let verb = given.verb.clone();
        let segments: Vec<Segment<'_>> = path.segments.iter().map(PathSegment::as_segment).collect();
        let routed = if given.is_understood { route(&host, &segments, verb.as_deref()) } else { Routed::Unknown };
        let body = given.body.as_ref().and_then(|body| options::body(self, body, frame));
        let unknown = || Value::at(node, ValueKind::Unknown);
        let arguments = match &routed {
            Routed::To(route) => {
                let slots = route.slots.iter().map(|slot| match slot {
                    ArgumentSlot::Path(at) => path.segments.get(*at).map(|segment| segment.value(node)),
                    ArgumentSlot::Query(key) => path.query_value(key).or_else(|| {
                        let params = given.options.get(self, &["params", "searchParams", "query", "qs"]).value()?;
                        entry(self, &params, key).value()
                    }),
                    ArgumentSlot::Body => body.clone(),
                    ArgumentSlot::Key(keys) => {
                        keys.split('.').try_fold(body.clone()?, |of, key| entry(self, &of, key).value())
                    }
                    ArgumentSlot::Nowhere => None,
                });
                slots.map(|value| value.unwrap_or_else(unknown)).collect()
            }
            _ => Vec::new(),
        };
        Some(Request {
            node,
            made: given.made,
            sender: given.sender,
            api,
            region,
            verb,
            routed,
            arguments,
            resolves_always: given.resolves_always,
            sends_once: given.sends_once,
            is_observable: given.is_observable,
            is_cold: given.is_cold,
            options: given.options,
            address: given.address,
        })
    }

    /// The API that all requests of an instance go to, by its base URL.
    pub fn api_of_instance(&self, sender: &Sender) -> Option<PathRoot> {
        let made = sender.made.as_deref()?;
        let base = SenderOptions::of_instance(self, Some(made)).base(self).value()?;
        let frame = self.frame_along(base.node, &made.frame);
        Some(Address::of(self, base.node, &frame).api()?.0)
    }

    /// The same as a call of the SDK: its arguments that take times or names.
    pub(super) fn requested(&self, node: Node, frame: &Frame) -> Option<SdkCall> {
        let request = self.http_request(node, frame)?;
        let Routed::To(route) = &request.routed else { return None };
        let mut arguments: Vec<_> = route
            .method
            .arguments
            .iter()
            .filter_map(|(at, shape)| Some((request.arguments.get(*at)?.clone(), *shape)))
            .collect();
        match route.method.name {
            "trackAnonymous" if arguments.len() == 2 => drop(arguments.remove(0)),
            // The event is the body; its fields under `device` are those of the device.
            name if crate::sdk::responses::is_transactional(name) => {
                arguments = request
                    .arguments
                    .first()
                    .map(|body| (body.clone(), crate::sdk::Shape::Request))
                    .into_iter()
                    .collect();
            }
            _ => {}
        }
        Some(SdkCall {
            client: Some(route.client()),
            door: Door::Http,
            method: SmolStr::new_static(route.method.name),
            range: self.around_request(&request, node),
            site: node,
            node,
            arguments,
            through: None,
        })
    }

    /// The text in which what a request sends is marked: the call `site` that leads to it, and what it is made of before.
    pub fn around_request(&self, request: &Request, site: Node) -> TextRange {
        let range = self.units.range(site);
        match request.made.filter(|made| site == request.node && made.is_here()) {
            Some(made) => {
                let made = self.units.range(made);
                TextRange::new(range.start().min(made.start()), range.end().max(made.end()))
            }
            None => range,
        }
    }

    /// Returns whether a call may turn out to send a request to Customer.io where the function around it is called.
    pub(super) fn may_be_request(&self, node: Node) -> bool {
        if !self.may_send(node) || !self.may_know_a_host() {
            return false;
        }
        match self.given_to_sender(node, &None) {
            Some(given) => match given.address.host() {
                Some(_) => given.address.may_reach(),
                None => given.address.may_be_told_by_caller(self),
            },
            None => false,
        }
    }

    /// Returns whether the analyzed file names a host of Customer.io, or gets something from a file that may. Nothing is
    /// evaluated for any other.
    fn may_know_a_host(&self) -> bool {
        *self.knows_host.get_or_init(|| {
            let here = super::units::files::LocalFile::HERE;
            let names = self.units.iter().filter(|(unit, _)| unit.file == here).any(|(_, facts)| {
                let is_host = |text: &str| text.contains(".customer.io");
                facts.exprs.iter().any(|expr| match &expr.kind {
                    ExprKind::String(text) => is_host(text),
                    ExprKind::Template(parts) => {
                        parts.iter().any(|part| matches!(part, TemplatePart::Text(text) if is_host(text)))
                    }
                    _ => false,
                })
            });
            let files = self.units.files;
            names
                || self.units.statements(here).any(|unit| {
                    let facts = self.units.unit(unit);
                    facts.imports.iter().any(|import| files.reaches(here, &import.module))
                        || facts
                            .exprs
                            .iter()
                            .any(|expr| matches!(&expr.kind, ExprKind::Load(module) if files.reaches(here, module)))
                })
        })
    }
}
