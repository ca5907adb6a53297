//! Calls that are made again when they are refused for now. Since 5.0 the SDK does that by itself, and its options say
//! how; before, a function has to.

use super::helper::{Helper, wrap};
use super::rewritten;
use crate::model::{Call, Model};
use crate::sdk::{ClientClass, ClientOption, Effect};
use crate::text::Repair;

/// A helper for calls that may be made twice: after 429, and after failures of the server.
static BACKOFF: Helper = Helper {
    name: "withBackoff",
    typed: r#"/** Makes a call of Customer.io again when it fails for now: after the pause that is asked for, else after longer and longer ones. */
async function withBackoff<T>(call: () => Promise<T>, attempts = 4): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (err: any) {
      const again = err.statusCode === 429 || err.statusCode >= 500;
      if (!again || attempt >= attempts) throw err;
      const seconds = Number(err.response?.headers["retry-after"]) || 2 ** attempt;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}"#,
    untyped: r#"/** Makes a call of Customer.io again when it fails for now: after the pause that is asked for, else after longer and longer ones. */
async function withBackoff(call, attempts = 4) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (err) {
      const again = err.statusCode === 429 || err.statusCode >= 500;
      if (!again || attempt >= attempts) throw err;
      const seconds = Number(err.response?.headers["retry-after"]) || 2 ** attempt;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}"#,
};

/// A helper for calls that send messages: after a failure of the server the message may have gone out all the same, so
/// that only a refusal is tried again.
static PATIENCE: Helper = Helper {
    name: "withPatience",
    typed: r#"/** Makes a call of Customer.io again when there were too many: after the pause that is asked for, else after 10 seconds. */
async function withPatience<T>(call: () => Promise<T>, attempts = 4): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (err: any) {
      if (err.statusCode !== 429 || attempt >= attempts) throw err;
      const seconds = Number(err.response?.headers["retry-after"]) || 10;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}"#,
    untyped: r#"/** Makes a call of Customer.io again when there were too many: after the pause that is asked for, else after 10 seconds. */
async function withPatience(call, attempts = 4) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (err) {
      if (err.statusCode !== 429 || attempt >= attempts) throw err;
      const seconds = Number(err.response?.headers["retry-after"]) || 10;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}"#,
};

/// The number of retries for the client; the SDK's own number is 3.
const RETRIES: u32 = 5;

/// Returns the change that allows a retry of the call, by the installed version; `None` where that is not known.
pub fn repeated(model: &Model<'_>, call: &Call, typed: bool) -> Option<Repair> {
    let method = ClientClass::of(call.client).method(call.method.as_deref()?)?;
    if call.through.is_some() {
        return None;
    }
    if model.below(5, 0, 0) {
        let helper = if method.sends() { &PATIENCE } else { &BACKOFF };
        let is_repeated = [&PATIENCE, &BACKOFF].iter().any(|helper| is_callback_of(call, helper.name));
        let edits = (!is_repeated).then(|| wrap(model, call, helper, typed))??;
        return Some(rewritten("Wrap in a function that retries", edits));
    }
    let version = model.version()?;
    let works = ClientOption::of(call.client, "retry")?.effect(Some(version)) == Some(Effect::Works);
    let edit = works.then(|| model.retries().set_most(call, RETRIES))??;
    Some(rewritten("Add `retry` to the client's options", vec![edit]))
}

fn is_callback_of(call: &Call, name: &str) -> bool {
    let callback = call.around.function.as_ref().and_then(|function| function.callback.as_ref());
    callback.is_some_and(|callback| callback.of == name)
}
