//! Calls that are made by a helper function: `callSafely(() => cio.track(…))`. The helper is put into the file once.

use super::layout::{adapted, end_of_line, has_word};
use super::rewritten;
use crate::model::{Call, Model, Promise};
use crate::sdk::ClientClass;
use crate::text::{Repair, TextEdit, TextRange};

/// A function that makes calls, in both languages.
pub struct Helper {
    /// Its name.
    pub name: &'static str,
    /// Its declaration in TypeScript.
    pub typed: &'static str,
    /// The same in JavaScript.
    pub untyped: &'static str,
}

static SAFELY: Helper = Helper {
    name: "callSafely",
    typed: r#"/** Makes a call of Customer.io that must not break what is around it; gives null when it fails. */
async function callSafely<T>(call: () => T): Promise<Awaited<T> | null> {
  try {
    return await call();
  } catch (error) {
    const { statusCode, message } = error as { statusCode?: number; message?: string };
    if (statusCode === 401 || statusCode === 403) {
      console.error(`Customer.io refuses the credentials (${statusCode}): ${message}`);
    } else {
      console.warn(`Customer.io did not take the call: ${message}`);
    }
    return null;
  }
}"#,
    untyped: r#"/** Makes a call of Customer.io that must not break what is around it; gives null when it fails. */
async function callSafely(call) {
  try {
    return await call();
  } catch (error) {
    const { statusCode, message } = error;
    if (statusCode === 401 || statusCode === 403) {
      console.error(`Customer.io refuses the credentials (${statusCode}): ${message}`);
    } else {
      console.warn(`Customer.io did not take the call: ${message}`);
    }
    return null;
  }
}"#,
};

/// The call by a function that logs what goes wrong and gives `null` instead: where the answer is not looked at, or
/// handed on by a function that says nothing of its type, and has nothing in it that is of use. Reads of it are reads
/// of `null` then.
pub fn logged(model: &Model<'_>, call: &Call, typed: bool) -> Option<Repair> {
    // A failure that is dealt with already is not dealt with again.
    let is_open = match call.promise {
        Promise::Awaited => model.calls().dropped_result(call).is_some(),
        Promise::Returned => {
            let annotated = call.around.function.as_ref().is_none_or(|function| function.is_annotated);
            ClientClass::of(call.client) == ClientClass::Track && call.method.as_deref() != Some("batch") && !annotated
        }
        _ => false,
    };
    let edits = (is_open && !call.around.is_caught()).then(|| wrap(model, call, &SAFELY, typed))??;
    Some(rewritten("Wrap in a function that logs errors and returns null", edits))
}

/// The edits that let the helper make the call; its declaration too, where the file does not have it. `None` where its
/// name means something else, or the call cannot be moved into a function.
pub fn wrap(model: &Model<'_>, call: &Call, helper: &Helper, typed: bool) -> Option<Vec<TextEdit>> {
    let callback = call.around.function.as_ref().and_then(|function| function.callback.as_ref());
    if callback.is_some_and(|callback| callback.of == helper.name) {
        return None;
    }
    let code = model.text(call.range);
    if has_word(&code, "yield") || typed && may_be_narrowed(model, call, &code) {
        return None;
    }
    let arrow = if has_word(&code, "await") { "async () => " } else { "() => " };
    let mut edits = vec![
        TextEdit::insert(call.range.start(), format!("{}({arrow}", helper.name)),
        TextEdit::insert(call.range.end(), ")"),
    ];
    let text = model.file().whole_text();
    if !is_there(text, helper.name) {
        if has_word(text, helper.name) {
            return None;
        }
        let code = if typed { helper.typed } else { helper.untyped };
        // After everything else, so that two calls that are fixed at once share the declaration.
        let place = end_of_line(text, model.file().end_of_module()?);
        let declaration = format!("\n\n{}", adapted(code, text));
        // Of two insertions at one place nothing says which comes first.
        match edits.iter_mut().find(|edit| edit.range.start() == place) {
            Some(closing) => closing.text.push_str(&declaration),
            None => edits.push(TextEdit::insert(place, declaration)),
        }
    }
    Some(edits)
}

/// Returns whether an argument of a call may have been narrowed before it: in a function of its own, TypeScript forgets
/// that.
fn may_be_narrowed(model: &Model<'_>, call: &Call, code: &str) -> bool {
    let Some(function) = &call.around.function else { return code.contains("?.") };
    let before = model.text(TextRange { start: function.body.start, end: call.range.start });
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '$');
    let mut paths = code.split(|c: char| !is_path(c)).skip(1).filter(|path| path.contains('.') && !path.ends_with('.'));
    code.contains("?.") || paths.any(|path| before.contains(path))
}

/// Returns whether a file declares or imports a function of this name.
fn is_there(text: &str, name: &str) -> bool {
    text.contains(&format!("function {name}"))
        || text.lines().any(|line| line.starts_with("import") && has_word(line, name))
}
