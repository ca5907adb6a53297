//! Lists that are longer than the API takes.

use super::repairs::suggested;
use super::timestamps::through;
use crate::finding::Severity;
use crate::model::{Argument, Call, Model};
use crate::rules::Report;
use crate::sdk::Limit;

/// Reports a list of a call with more entries than `limit` has, as far as they are seen. `help` says what to do.
pub fn judge(model: &Model<'_>, call: &Call, list: &Argument, (limit, help): (Limit, &str), report: &mut Report<'_>) {
    let Some(at) = list.range else { return };
    let count = model.items(list).map_or(0, |(items, _)| items.len());
    if count as u64 > limit.most {
        let message = format!("{count} entries here: {} are {} at the most", limit.of, limit.most);
        let draft = report.at(at, Severity::Warning, message).help(help);
        let draft = through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
        suggested(draft, model.in_pieces(call, list, limit));
    }
}
