//! Calls that are made by a helper function: `callSafely(() => cio.track(…))`. The helper is put into the file once.

use super::{Refactoring, Site, has_word};
use crate::model::Promise;
use crate::text::TextEdit;

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
async function callSafely<T>(call: () => Promise<T>): Promise<T | null> {
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

/// The call by a function that logs what goes wrong and gives `null` instead.
pub fn safe_caller(site: &Site<'_>) -> Option<Refactoring> {
    // A failure that is dealt with already needs no second one who does.
    let is_open = matches!(site.call.promise, Promise::Awaited | Promise::Returned | Promise::HandedOn);
    let caught = site.call.around.is_caught();
    let edits = (is_open && !caught).then(|| wrap(site, &SAFELY))??;
    Some(Refactoring { title: "Wrap in a function that logs errors and gives null".to_owned(), edits })
}

/// The edits that let the helper make the call; its declaration too, where the file does not have it. `None` where its
/// name means something else, or the call cannot be moved into a function.
pub fn wrap(site: &Site<'_>, helper: &Helper) -> Option<Vec<TextEdit>> {
    let callback = site.call.around.function.as_ref().and_then(|function| function.callback.as_ref());
    if callback.is_some_and(|callback| callback.of == helper.name) {
        return None;
    }
    let range = site.call.range;
    let call = site.model.text(range);
    if has_word(&call, "yield") {
        return None;
    }
    let arrow = if has_word(&call, "await") { "async () => " } else { "() => " };
    let mut edits =
        vec![TextEdit::insert(range.start(), format!("{}({arrow}", helper.name)), TextEdit::insert(range.end(), ")")];
    let text = site.request.source.rope.to_string();
    if !is_there(&text, helper.name) {
        if has_word(&text, helper.name) {
            return None;
        }
        let code = if site.typed { helper.typed } else { helper.untyped };
        let end = site.request.source.top_level_around(range)?.end();
        edits.push(TextEdit::insert(end_of_line(&text, end), format!("\n\n{code}")));
    }
    Some(edits)
}

/// Whether a file declares or imports a function of this name.
fn is_there(text: &str, name: &str) -> bool {
    text.contains(&format!("function {name}"))
        || text.lines().any(|line| line.starts_with("import") && has_word(line, name))
}

/// The end of the line, where nothing but a comment follows; `at` itself elsewhere.
fn end_of_line(text: &str, at: usize) -> usize {
    let rest = text[at..].split(['\n', '\r']).next().unwrap_or_default();
    let blank = rest.trim().is_empty() || rest.trim_start().starts_with("//");
    if blank { at + rest.trim_end().len() } else { at }
}
