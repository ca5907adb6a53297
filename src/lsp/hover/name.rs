//! The hover text of a name: whether the account has it, where it is sent, with which data.

use super::{Told, is_over};
use crate::catalog::{Kind, KnownName};
use crate::lsp::symbols::describe::describe;
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::lsp::symbols::spots::Symbol;
use crate::text::TextRange;

/// The kinds of names that are described. Of an attribute, the language shows more.
const DESCRIBED: [Kind; 8] = [
    Kind::Event,
    Kind::Message,
    Kind::Broadcast,
    Kind::Campaign,
    Kind::Newsletter,
    Kind::Segment,
    Kind::Topic,
    Kind::Credential,
];

/// The hover text for the name at a position: where it is written, or where a constant passes it on. `calls` are the
/// names of calls, over which the calls are described.
pub fn at(it: &NamesInSight<'_>, at: usize, calls: &[TextRange]) -> Option<Told> {
    let described = |symbol: &Symbol| DESCRIBED.contains(&symbol.kind);
    let written = it.symbol_at(at).filter(|pointed| is_over(pointed.range, at) && described(&pointed.symbol));
    let (symbol, range) = match written {
        Some(pointed) => (pointed.symbol, pointed.range),
        None => {
            let is_known = |name: &KnownName| !matches!(name, KnownName::Written(_));
            let mut passed = it.own().iter().filter(|found| is_over(found.at, at) && !calls.contains(&found.at));
            let found = passed.find(|found| found.origin.is_some() && is_known(&found.name))?;
            (Symbol { kind: found.kind, name: found.name.clone() }, found.at)
        }
    };
    described(&symbol).then(|| Told { range, text: describe(it, &symbol) })
}
