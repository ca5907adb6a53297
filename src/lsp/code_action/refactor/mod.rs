//! Refactorings of calls of the SDK: code that is not wrong and can be improved. Offered at the call itself, on
//! request; never preferred.

mod awaiting;
mod repeated;

use super::Request;
use crate::lsp::request::Analyzed;
use crate::model::{Call, Model, takes_types};
use crate::rewrite;
use crate::sdk::ClientClass;
use crate::text::{Repair, TextEdit, TextRange};
use tower_lsp::lsp_types::{CodeAction, CodeActionKind};

/// The kind of all of them.
pub const KIND: CodeActionKind = CodeActionKind::REFACTOR_REWRITE;

/// A change that is offered.
struct Refactoring {
    title: String,
    edits: Vec<TextEdit>,
}

impl From<Repair> for Refactoring {
    fn from(Repair { title, edits, .. }: Repair) -> Self {
        Self { title, edits }
    }
}

/// The call that is asked about.
struct Site<'a> {
    request: &'a Request<'a>,
    model: &'a Model<'a>,
    call: &'a Call,
}

/// The refactorings at a place of the document.
pub fn actions(request: &Request<'_>, it: &Analyzed<'_>, at: TextRange) -> Vec<CodeAction> {
    let repeated = repeated::name_at(it, at.start());
    it.inspect(|model| {
        let mut all = of_call(request, model, at);
        let constant = repeated.as_ref().and_then(|it| rewrite::in_constant(model, &it.name, &it.literals));
        all.extend(constant.map(|repair| action(request, repair.into())));
        all
    })
}

/// The refactorings of the innermost call of the SDK around `at`. Calls of the project's own functions are left to
/// those.
fn of_call(request: &Request<'_>, model: &Model<'_>, at: TextRange) -> Vec<CodeAction> {
    let direct = model.calls().of_sdk().iter().filter(|call| call.through.is_none() && call.range.contains(at));
    let Some(call) = direct.min_by_key(|call| call.range.len()) else { return Vec::new() };
    if call.method.as_deref().is_none_or(|name| ClientClass::of(call.client).method(name).is_none()) {
        return Vec::new();
    }
    let site = Site { request, model, call };
    let extension = request.uri.path().rsplit('.').next().unwrap_or_default();
    let typed = takes_types(extension, &request.source.rope).unwrap_or(true);
    let [logged, repeated, batch] = rewrite::refactorings(model, call, typed).map(|it| it.map(Refactoring::from));
    let all = [logged, repeated, awaiting::refactoring(&site), batch];
    all.into_iter().flatten().map(|it| action(request, it)).collect()
}

fn action(request: &Request<'_>, it: Refactoring) -> CodeAction {
    let own = |edit: TextEdit| TextEdit { text: edit.text.replace('\n', request.line_break), ..edit };
    let edits: Vec<TextEdit> = it.edits.into_iter().map(own).collect();
    request.action(it.title, KIND, &edits)
}
