//! Finds the places where clients are made.

use super::client::{ClientMade, OptionKey, OptionValue, OptionsGiven, RegionGiven};
use super::region_text;
use crate::eval::units::Node;
use crate::eval::units::places;
use crate::eval::value::{Value, ValueKind};
use crate::eval::{Eval, is_plain_http};
use crate::facts::{Element, ExprKind};
use crate::model::arguments::entries::{Carried, carried};
use crate::model::credentials::names::credential;
use crate::sdk::{ClientKind, CredentialKind, Door, Region};
use crate::text::TextRange;

/// The clients that a file makes, in the order of the text.
pub fn clients(eval: &Eval<'_>) -> Vec<ClientMade> {
    let mut made = Vec::new();
    for node in eval.candidates().iter().copied() {
        if let ExprKind::New { callee, arguments, .. } = eval.units.kind(node)
            && let ValueKind::Client(kind, _) = eval.value(node).kind
            && kind.door() == Door::Sdk
        {
            made.push(client(eval, kind, node, Node { unit: node.unit, expr: *callee }, arguments));
        }
    }
    made.sort_by_key(|client| client.range);
    made
}

/// The clients of other SDKs that a file makes, in the order of the text: `new Analytics({ writeKey })`,
/// `AnalyticsBrowser.load({ writeKey })`. All that they take is in their options.
pub fn others(eval: &Eval<'_>) -> Vec<ClientMade> {
    let mut made = Vec::new();
    for node in eval.candidates().iter().copied() {
        // Only what may make one is worth evaluating.
        let (callee, arguments) = match eval.units.kind(node) {
            ExprKind::New { callee, arguments, .. } => (*callee, arguments),
            ExprKind::Call { callee, arguments }
                if matches!(eval.units.kind(Node { unit: node.unit, expr: *callee }),
                    ExprKind::Member { property, .. } if property == "load") =>
            {
                (*callee, arguments)
            }
            _ => continue,
        };
        let ValueKind::Client(kind @ (ClientKind::CdpNode | ClientKind::CdpBrowser), Some(at)) = eval.value(node).kind
        else {
            continue;
        };
        if at == node {
            let mut client = client(eval, kind, node, Node { unit: node.unit, expr: callee }, arguments);
            let options = places(node.unit, arguments).first().map(|options| eval.value(*options));
            let given = options.map_or_else(Vec::new, |options| carried(eval, &options, client.range));
            let key = given.iter().rev().find(|given| given.entry.key == "writeKey" && given.carrier.is_none());
            client.credentials.extend(key.map(|key| credential(eval, key.entry.node, CredentialKind::WriteKey)));
            made.push(client);
        }
    }
    made.sort_by_key(|client| client.range);
    made
}

fn client(eval: &Eval<'_>, kind: ClientKind, node: Node, callee: Node, arguments: &[Element]) -> ClientMade {
    let given = places(node.unit, arguments);
    let range = eval.units.range(node);
    let closed = given.len() == arguments.len();
    let at = kind.options_index();
    let options_node = given.get(at).copied();
    let (options, region) = match options_node {
        None if closed => (OptionsGiven::Absent, RegionGiven::Absent),
        None => (OptionsGiven::Unknown(range), RegionGiven::Unknown),
        Some(node) => options(eval, node, range),
    };
    let credentials = kind.credentials().iter().zip(&given).map(|(wanted, node)| credential(eval, *node, *wanted));
    ClientMade {
        kind,
        range,
        class_range: eval.units.range(callee),
        argument_count: closed.then_some(given.len()),
        credentials: credentials.collect(),
        object_first: given.first().and_then(|node| object_first(eval, *node, range)),
        options,
        option_keys: options_node.map_or_else(Vec::new, |node| option_keys(eval, node, range)),
        region,
        positional_region: given
            .iter()
            .find_map(|node| Some((positional(&eval.value(*node))?, eval.units.range(*node)))),
        extra_arguments: given.iter().skip(at + 1).map(|node| eval.units.range(*node)).collect(),
        move_region: None,
    }
}

fn object_first(
    eval: &Eval<'_>,
    node: Node,
    within: TextRange,
) -> Option<(TextRange, Vec<(smol_str::SmolStr, TextRange)>)> {
    let value = eval.value(node);
    let ValueKind::Object(_) = value.kind else { return None };
    let entries = carried(eval, &value, within);
    let keys = entries.into_iter().map(|c| (c.entry.key.clone(), eval.units.range(c.entry.node)));
    Some((eval.units.range(node), keys.collect()))
}

fn options(eval: &Eval<'_>, node: Node, within: TextRange) -> (OptionsGiven, RegionGiven) {
    let at = eval.units.range(node);
    let value = eval.value(node);
    match &value.kind {
        ValueKind::Object(object) => {
            let entries = eval.entries(object);
            let region = region(eval, &value, within, entries.open);
            let options = if entries.open { OptionsGiven::Unknown(at) } else { OptionsGiven::Known(at) };
            (options, region)
        }
        ValueKind::Undefined => (OptionsGiven::Absent, RegionGiven::Absent),
        ValueKind::Null => (OptionsGiven::Null(at), RegionGiven::Unknown),
        // The SDK reads `region` of it and finds nothing.
        ValueKind::Str(_) | ValueKind::Number(_) | ValueKind::Bool(_) | ValueKind::Env(_) => {
            (OptionsGiven::Primitive(at), RegionGiven::Absent)
        }
        ValueKind::Region(_) => (OptionsGiven::Unknown(at), RegionGiven::Absent),
        // `eu ? { region: "eu" } : {}`
        ValueKind::Choice(cases) => {
            let of_case = |case: &Value| match &case.kind {
                ValueKind::Object(object) => region(eval, case, within, eval.entries(object).open),
                _ => RegionGiven::Unknown,
            };
            let wrong = cases.iter().find_map(|case| match of_case(case) {
                RegionGiven::Text(text, at) | RegionGiven::Chosen(text, at) if !text.is_empty() => {
                    Some(RegionGiven::Chosen(text, at))
                }
                sometimes @ RegionGiven::Sometimes(..) => Some(sometimes),
                _ => None,
            });
            (OptionsGiven::Unknown(at), wrong.unwrap_or(RegionGiven::Unknown))
        }
        _ => (OptionsGiven::Unknown(at), RegionGiven::Unknown),
    }
}

/// The keys of the options that are seen and have a value.
fn option_keys(eval: &Eval<'_>, node: Node, within: TextRange) -> Vec<OptionKey> {
    let options = eval.value(node);
    let given = carried(eval, &options, within).into_iter();
    let valued = given.filter(|it| !it.entry.uncertain && !eval.eval(it.entry.node, &it.entry.frame).kind.is_nothing());
    let keys = valued.filter_map(|it| {
        let name = if it.carrier.is_none() { it.entry.key_range } else { None };
        let at = name.unwrap_or_else(|| marked(eval, &it));
        let named = if !it.entry.shorthand { name } else { None };
        let value = option_value(eval, &it);
        within.contains(at).then(|| OptionKey { key: it.entry.key.clone(), at, name: named, value })
    });
    keys.collect()
}

fn option_value(eval: &Eval<'_>, given: &Carried) -> OptionValue {
    let value = eval.eval(given.entry.node, &given.entry.frame);
    if let ValueKind::Str(text) = value.kind {
        return OptionValue::Text(text);
    }
    let made = eval.units.peeled(value.node);
    let ExprKind::New { callee, .. } = eval.units.kind(made) else { return OptionValue::Other };
    match eval.value(Node { unit: made.unit, expr: *callee }).kind {
        ValueKind::Package(module, path)
            if is_plain_http(&module) && matches!(path.as_str(), "Agent" | "default.Agent") =>
        {
            OptionValue::HttpAgent
        }
        _ => OptionValue::Other,
    }
}

fn region(eval: &Eval<'_>, options: &Value, within: TextRange, open: bool) -> RegionGiven {
    let entries = carried(eval, options, within);
    if entries.iter().any(|c| c.entry.uncertain) {
        return RegionGiven::Unknown;
    }
    if let Some(url) = entries.iter().find(|c| c.entry.key == "url") {
        return RegionGiven::CustomUrl(marked(eval, url));
    }
    if let Some(given) = entries.iter().rev().find(|c| c.entry.key == "region") {
        let value = eval.eval(given.entry.node, &given.entry.frame);
        let at = marked(eval, given);
        return match &value.kind {
            ValueKind::Region(region) => RegionGiven::Known(*region, at),
            ValueKind::Str(text) => RegionGiven::Text(text.clone(), at),
            ValueKind::Env(name) => RegionGiven::Environment(name.clone(), at),
            ValueKind::Object(_) => RegionGiven::Object(at),
            ValueKind::Undefined if !open => RegionGiven::Absent,
            _ => match agreed(value.cases()) {
                Some(region) => RegionGiven::Known(region, at),
                None => region_text::one_of(eval, &value, (given.entry.node, &given.entry.frame), at),
            },
        };
    }
    let misspelled = entries.iter().find(|c| c.entry.key.eq_ignore_ascii_case("region"));
    match misspelled.and_then(|c| Some((c, c.entry.key_range?))) {
        Some((c, at)) => RegionGiven::Misspelled { key: c.entry.key.clone(), at, shorthand: c.entry.shorthand },
        None if open => RegionGiven::Unknown,
        None => RegionGiven::Absent,
    }
}

/// Returns the range to mark for an entry of the options.
fn marked(eval: &Eval<'_>, given: &Carried) -> TextRange {
    eval.units.range(given.carrier.unwrap_or(given.entry.node))
}

/// Returns whether a value is a region, and which one when that is known.
fn positional(value: &Value) -> Option<Option<Region>> {
    let is_region = value.cases().iter().all(|case| matches!(case.kind, ValueKind::Region(_)));
    is_region.then(|| agreed(value.cases()))
}

/// The region that all branches of a choice agree on.
fn agreed(cases: &[Value]) -> Option<Region> {
    let mut regions = cases.iter().map(|case| match case.kind {
        ValueKind::Region(region) => Some(region),
        _ => None,
    });
    let first = regions.next()??;
    regions.all(|region| region == Some(first)).then_some(first)
}

/// Returns whether an argument is written as an object literal, with its braces' place.
pub fn literal_braces(eval: &Eval<'_>, range: TextRange) -> Option<(TextRange, bool)> {
    for (unit, facts) in eval.units.iter() {
        for (at, expr) in facts.exprs.iter().enumerate() {
            if let ExprKind::Object(properties) = &expr.kind
                && eval.units.absolute(unit, expr.range) == range
            {
                let node = eval.units.peeled(Node { unit, expr: crate::facts::ExprId(at as u32) });
                return Some((eval.units.range(node), properties.is_empty()));
            }
        }
    }
    None
}
