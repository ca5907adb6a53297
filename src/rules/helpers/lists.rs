//! Lists that are longer than the API accepts.

use super::repairs::suggested;
use super::timestamps::through;
use crate::finding::Severity;
use crate::model::{Argument, Call, Model};
use crate::rewrite;
use crate::rules::Report;
use crate::sdk::Limit;

/// Reports a list of a call with more visible entries than `limit` allows. `help` is the instruction.
pub fn judge(model: &Model<'_>, call: &Call, list: &Argument, (limit, help): (Limit, &str), report: &mut Report<'_>) {
    let Some(at) = list.range else { return };
    let count = model.items(list).map_or(0, |(items, _)| items.len());
    if count as u64 > limit.most {
        let what = format!("this list has {count} entries, over the limit of {}", limit.most);
        let why = format!("Customer.io accepts at most {} entries for {}", limit.most, limit.of);
        let draft = report.at(at, Severity::Warning, what).why(why).help(help);
        let draft = through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
        suggested(draft, || rewrite::in_pieces(model, call, list, limit));
    }
}
