//! The hosts of Customer.io's APIs that a file names: those that it sends requests to without the SDK, and others.

use super::request::RawRequest;
use crate::eval::Eval;
use crate::facts::{ExprKind, TemplatePart};
use crate::model::calls::sdk_calls::Call;
use crate::sdk::{ClientKind, Region, api_of_host};
use crate::text::TextRange;

/// A host of one of Customer.io's APIs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostNamed {
    /// The client for the API.
    pub client: ClientKind,
    /// The region; `None` where the program chooses it.
    pub region: Option<Region>,
    /// The string that names it, or the address of a request whose host is named in another file.
    pub range: TextRange,
    /// True when a request is sent there.
    pub is_used: bool,
}

/// The hosts that the analyzed file names and sends `requests` to, in the order of the text, each place once.
pub fn hosts(eval: &Eval<'_>, requests: &[RawRequest], others: &[Call], mentions: bool) -> Vec<HostNamed> {
    let used = requests.iter().map(|request| HostNamed {
        client: request.api.client(),
        region: Some(request.region),
        range: if request.begins.file.is_none() { request.begins.range } else { request.address },
        is_used: true,
    });
    let chosen = others.iter().filter_map(|call| {
        let request = call.request.as_ref().filter(|request| request.region.is_none())?;
        Some(HostNamed { client: request.api.client(), region: None, range: call.callee, is_used: true })
    });
    let mut hosts: Vec<HostNamed> = used.chain(chosen).collect();
    if mentions {
        hosts.extend(written(eval));
    }
    hosts.sort_by_key(|host| (host.range, !host.is_used));
    hosts.dedup_by_key(|host| host.range);
    hosts
}

/// Those that strings of the file name, whatever they are for.
fn written(eval: &Eval<'_>) -> Vec<HostNamed> {
    let found = eval.units.expressions().filter(|(node, _)| node.is_here()).filter_map(|(node, kind)| {
        let text = match kind {
            ExprKind::String(text) => text,
            ExprKind::Template(parts) => match parts.first() {
                Some(TemplatePart::Text(text)) => text,
                _ => return None,
            },
            _ => return None,
        };
        let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', ':', '?']).next()?;
        let (api, region) = api_of_host(host)?;
        let range = eval.units.range(node);
        Some(HostNamed { client: api.client(), region: Some(region), range, is_used: false })
    });
    found.collect()
}
