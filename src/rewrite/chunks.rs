//! One call with too much, or too many calls at once, as several with less, one after the other.

use super::layout::{further_in, has_word, level, semicolon, spans_lines};
use super::place::{Statement, only_statement};
use super::{fresh_names, rewritten};
use crate::eval::units::Node;
use crate::facts::{ExprKind, Key, Property};
use crate::flow::promise::{Role, Use};
use crate::model::{Argument, Call, Model, Promise};
use crate::sdk::limits::{APP_RATE, BROADCAST_RATE, Rate, TRACK_RATE, TRANSACTIONAL_RATE};
use crate::sdk::{ClientKind, Limit};
use crate::text::{Repair, TextEdit, TextRange};
use smol_str::SmolStr;

/// Names for the counted things, in the order in which they are tried.
const COUNTERS: [&str; 2] = ["start", "offset"];
/// Names for a list that has none.
const LISTS: [&str; 2] = ["items", "elements"];
/// The longest text, in bytes, that is worth a name of its own.
const LONGEST: usize = 120;
/// The divisor of the Track API's rate: a tenth of it is used, and the rest is left to other parts of the program.
const SHARE_OF_TRACK: u32 = 10;

/// A list that is taken piece by piece.
struct Pieces {
    /// The list, in the statement.
    list: TextRange,
    /// The text that has to precede it there: the key of a shorthand.
    before: String,
    /// The length of a piece.
    most: u64,
    /// The delay between two of them: the reason, and the number of seconds.
    pause: Option<(String, u32)>,
}

/// A call with a list, `list`, that is longer than it takes, once for each piece. Where the call of a broadcast is, it
/// waits between two of them.
pub fn in_pieces(model: &Model<'_>, call: &Call, list: &Argument, limit: Limit) -> Option<Repair> {
    let at = list.range.filter(|at| call.range.contains(*at) && call.through.is_none())?;
    let is_awaited = call.promise == Promise::Awaited;
    let statement = is_awaited.then(|| only_statement(model, call.site))??;
    let is_broadcast = call.method.as_deref() == Some("triggerBroadcast");
    let pause = is_broadcast.then(|| {
        let Rate { seconds, .. } = BROADCAST_RATE;
        (format!("A broadcast can be triggered once in {seconds} seconds."), seconds)
    });
    // `{ ids }`: key and value are one word.
    let before = shorthand(model, call.site, at).map(|key| format!("{key}: ")).unwrap_or_default();
    let pieces = Pieces { list: at, before, most: limit.most, pause };
    let name = || fresh_names::variable(model, call, call.site, &LISTS, |_| true);
    let edits = vec![TextEdit::replace(statement.with_comment, loops(model, &statement, pieces, name)?)];
    Some(rewritten(&format!("Split into calls of {} entries", grouped(limit.most, ',')), edits))
}

/// The key of a shorthand whose value is at `at`.
fn shorthand(model: &Model<'_>, site: Node, at: TextRange) -> Option<SmolStr> {
    let facts = model.eval.units.unit(site.unit);
    let properties = facts.exprs.iter().flat_map(|expr| match &expr.kind {
        ExprKind::Object(properties) => properties.as_ref(),
        _ => &[],
    });
    properties.into_iter().find_map(|property| match property {
        Property::Entry { key: Key::Name(name), value, shorthand: true, .. } => {
            let range = model.eval.units.range(Node { unit: site.unit, expr: *value });
            (range == at).then(|| name.clone())
        }
        _ => None,
    })
}

/// The `Promise.all(xs.map(…))` around a call, for as many elements at a time as the API allows per second.
pub fn few_at_a_time(model: &Model<'_>, call: &Call) -> Option<Repair> {
    let promises = model.promises();
    let (map, _) = promises.function_around(call.site).and_then(|function| promises.callback_of(function))?;
    let Use::In(joined, Role::Argument(0)) = promises.uses(map.unit).get(map.expr) else { return None };
    let joined = Node { unit: map.unit, expr: joined };
    let is_joined = ["Promise.all(", "Promise.allSettled("].iter().any(|name| {
        let text = model.text(model.eval.units.range(joined));
        text.starts_with(name)
    });
    let statement = is_joined.then(|| only_statement(model, joined))??;
    let list = model.eval.units.range(promises.receiver(map)?);
    let (takes, of, Rate { seconds, requests, .. }, most) = match call.client {
        ClientKind::App if call.is_transactional() => {
            ("The App API allows", "transactional messages", TRANSACTIONAL_RATE, TRANSACTIONAL_RATE.requests)
        }
        ClientKind::App => ("The App API allows", "requests", APP_RATE, APP_RATE.requests),
        _ => ("The Track API asks for at most", "requests", TRACK_RATE, TRACK_RATE.requests / SHARE_OF_TRACK),
    };
    let pause = Some((format!("{takes} {requests} {of} per second."), seconds));
    let pieces = Pieces { list, before: String::new(), most: most.into(), pause };
    let name = || fresh_names::variable(model, call, map, &LISTS, fresh_names::in_loop);
    let edits = vec![TextEdit::replace(statement.with_comment, loops(model, &statement, pieces, name)?)];
    Some(rewritten(&format!("Send {most} at a time, one second apart"), edits))
}

/// The loop that runs a statement for each piece of a list.
fn loops(
    model: &Model<'_>,
    statement: &Statement,
    pieces: Pieces,
    name: impl FnOnce() -> Option<String>,
) -> Option<String> {
    let text = model.file().whole_text();
    let code = &text[statement.with_comment.as_range()];
    let (indent, end, level) = (&statement.indent, semicolon(text), level(text));
    let list = without_parentheses(&text[pieces.list.as_range()]);
    let counter = COUNTERS.into_iter().find(|name| !has_word(code, name))?;
    let (named, list) = if is_name(list) {
        (String::new(), list.to_owned())
    } else if list.len() <= LONGEST && !spans_lines(list) {
        let name = name()?;
        (format!("const {name} = {list}{end}\n{indent}"), name)
    } else {
        return None;
    };
    let most = grouped(pieces.most, '_');
    let at = pieces.list.start() - statement.range.start();
    let (head, tail) = (&code[..at], &code[at + pieces.list.len()..]);
    let piece = format!("{}{list}.slice({counter}, {counter} + {most})", pieces.before);
    let code = further_in(&format!("{head}{piece}{tail}"), &level)?;
    let pause = pieces.pause.map(|(why, seconds)| {
        format!(
            "{indent}{level}// {why}\n\
             {indent}{level}if ({counter} > 0) await new Promise((resolve) => setTimeout(resolve, {})){end}\n",
            grouped(u64::from(seconds) * 1000, '_')
        )
    });
    Some(format!(
        "{named}for (let {counter} = 0; {counter} < {list}.length; {counter} += {most}) {{\n\
         {}{indent}{level}{code}\n\
         {indent}}}",
        pause.unwrap_or_default()
    ))
}

/// An expression without the parentheses around all of it.
fn without_parentheses(code: &str) -> &str {
    let Some(inner) = code.strip_prefix('(').and_then(|code| code.strip_suffix(')')) else { return code };
    let mut depth = 0;
    let is_whole = inner.chars().all(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth >= 0
    });
    if is_whole { inner } else { code }
}

/// Returns whether an expression is a name, or a member of one, that can be written twice.
fn is_name(code: &str) -> bool {
    code.split('.').all(|part| {
        !part.is_empty()
            && !part.starts_with(|c: char| c.is_ascii_digit())
            && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
    })
}

/// A number with something between its thousands, from five digits on: as people write it.
fn grouped(number: u64, between: char) -> String {
    match (number / 1000, number % 1000) {
        (thousands @ 10.., rest) => format!("{thousands}{between}{rest:03}"),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        assert_eq!([10, 1000, 10_000].map(|number| grouped(number, '_')), ["10", "1000", "10_000"]);
    }

    #[test]
    fn names() {
        assert_eq!(["(await a())", "(a).b()", "a"].map(without_parentheses), ["await a()", "(a).b()", "a"]);
        assert!(is_name("users") && is_name("this.users") && !is_name("a[0]") && !is_name("...a") && !is_name("f()"));
    }
}
