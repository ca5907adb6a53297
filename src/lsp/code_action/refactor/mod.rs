//! Refactorings of calls of the SDK: what is not wrong and can be done better. Offered at the call itself, when somebody
//! asks; never preferred.

mod awaiting;
mod batch;
mod helper;
mod repeat;

use super::Request;
use crate::model::{Call, Model};
use crate::sdk::{Class, Method};
use crate::text::{TextEdit, TextRange};
use tower_lsp::lsp_types::{CodeAction, CodeActionKind};

/// The kind of all of them.
pub const KIND: CodeActionKind = CodeActionKind::REFACTOR_REWRITE;

/// A change that is offered.
struct Refactoring {
    title: String,
    edits: Vec<TextEdit>,
}

/// The call that is asked about.
struct Site<'a> {
    request: &'a Request<'a>,
    model: &'a Model<'a>,
    call: &'a Call,
    method: &'static Method,
    /// Whether the file is TypeScript.
    typed: bool,
}

/// The refactorings of the innermost call of the SDK around `at`. Calls of the project's own functions are left to those.
pub fn actions(request: &Request<'_>, model: &Model<'_>, at: TextRange) -> Vec<CodeAction> {
    let direct = model.sdk_calls().iter().filter(|call| call.through.is_none() && call.range.contains(at));
    let Some(call) = direct.min_by_key(|call| call.range.len()) else { return Vec::new() };
    let method = call.method.as_deref().and_then(|name| Class::of(call.client).method(name));
    let Some(method) = method else { return Vec::new() };
    let site = Site { request, model, call, method, typed: is_typed(request) };
    let all = [
        helper::safe_caller(&site),
        repeat::refactoring(&site),
        awaiting::refactoring(&site),
        batch::refactoring(&site),
    ];
    let action = |it: Refactoring| {
        let edits: Vec<TextEdit> = it
            .edits
            .into_iter()
            .map(|edit| TextEdit { text: edit.text.replace('\n', request.line_break), ..edit })
            .collect();
        request.action(it.title, KIND, &edits)
    };
    all.into_iter().flatten().map(action).collect()
}

/// Whether types may be written in the code of the document.
fn is_typed(request: &Request<'_>) -> bool {
    let path = request.uri.path();
    match path.rsplit('.').next().unwrap_or_default() {
        "js" | "jsx" | "mjs" | "cjs" => false,
        "vue" | "svelte" => {
            let text = request.source.rope.to_string();
            ["lang=\"ts\"", "lang='ts'", "lang=\"tsx\""].iter().any(|mark| text.contains(mark))
        }
        _ => true,
    }
}

/// Whether a name stands in a text as a word of its own.
fn has_word(text: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn words_stand_by_themselves() {
        assert!(has_word("a(await b)", "await"));
        assert!(!has_word("awaited, $await, await_", "await"));
    }
}
