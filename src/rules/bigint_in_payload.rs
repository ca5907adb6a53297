//! `bigint-in-payload`: a bigint in what is sent as JSON.

use super::judge::requests::seen;
use super::judge::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Fields, Given, Model};
use crate::sdk::{Class, Known, Verb};
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;
use std::cell::Cell;

pub const META: RuleMeta = RuleMeta {
    id: "bigint-in-payload",
    summary: "A bigint is sent, which JSON does not have, so that the call throws",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The SDK sends what it is given as JSON, and JSON has no bigints: `JSON.stringify` throws
`TypeError: Do not know how to serialize a BigInt`, and nothing is sent
([MDN](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Errors/BigInt_not_serializable)). Databases hand out
bigints for large numbers.

Reported is what is surely a bigint: `10n`, `BigInt(…)`, and what is calculated from them. A file that gives bigints a `toJSON`
is not judged. Where another file of the project does that, switch the rule off.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function balance(id: string, cents: string) {
  await cio.identify(id, { balance: BigInt(cents) });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function balance(id: string, cents: string) {
  await cio.identify(id, { balance: Number(cents) });
}
```

### Fix

Makes a number of a literal that fits into one, and text of everything else with `String(…)`. Suggested: where the value stays
below 2⁵³ and segments are to compare it, take `Number(…)`.

### References

- [MDN: BigInt value can't be serialized in JSON](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Errors/BigInt_not_serializable)
"#,
};

/// How deep data is looked into.
const MOST_DEPTH: u32 = 12;
/// How many fields and elements are looked at for one call.
const MOST_LOOKS: u32 = 10_000;

/// How many digits surely fit into a number.
const DIGITS: usize = 15;

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let model = cx.model;
    if model.is_mocked() || matches!(Known::of(model.version()), Known::Newer(_)) {
        return;
    }
    let mut found = Vec::new();
    for call in model.sdk_calls() {
        let method = call.method.as_deref().and_then(|name| Class::of(call.client).method(name));
        let Some(method) = method else { continue };
        let endpoint = method.endpoint.at(model.version()).unwrap_or_else(|| method.endpoint.newest());
        if !matches!(endpoint.verb, Verb::Post | Verb::Put) {
            continue;
        }
        // What a request is made of is told where it is made.
        for argument in call.arguments.iter().filter(|it| !matches!(model.given(it), Given::Request(_))) {
            look(model, argument, (call.range, Some(call), &Cell::new(MOST_LOOKS)), MOST_DEPTH, &mut found);
        }
        for operation in model.operations(call) {
            look(model, &operation, (call.range, Some(call), &Cell::new(MOST_LOOKS)), MOST_DEPTH, &mut found);
        }
    }
    for (request, _, fields) in seen(model) {
        of_fields(model, &fields, (request.range, None, &Cell::new(MOST_LOOKS)), MOST_DEPTH, &mut found);
    }
    if found.is_empty() || model.sets_to_json() {
        return;
    }
    let mut told: FxHashSet<TextRange> = FxHashSet::default();
    for BigInt { at, edit, call } in found {
        if !told.insert(at) {
            continue;
        }
        let draft = report
            .at(at, Severity::Error, "JSON has no bigints: the call throws \"Do not know how to serialize a BigInt\"")
            .help("Send `Number(…)` or `String(…)` of it.")
            .fix("Send it as a number or text", Applicability::Suggested, edit.into_iter().collect());
        if let Some(call) = call {
            through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
        }
    }
}

/// A bigint that is sent.
struct BigInt<'m> {
    at: TextRange,
    edit: Option<TextEdit>,
    call: Option<&'m Call>,
}

/// What is sent where, and with which call, and how much more of it is looked at.
type Whole<'m, 'l> = (TextRange, Option<&'m Call>, &'l Cell<u32>);

/// Looks for bigints among the entries of an object or a list.
fn look<'m>(model: &Model<'_>, argument: &Argument, whole: Whole<'m, '_>, depth: u32, found: &mut Vec<BigInt<'m>>) {
    let left = whole.2.get();
    if depth == 0 || left == 0 {
        if model.fields(argument).is_some() || model.items(argument).is_some() {
            model.stops_at(argument, depth == 0);
        }
        return;
    }
    whole.2.set(left - 1);
    if let Some(fields) = model.fields(argument) {
        of_fields(model, &fields, whole, depth, found);
    }
    for item in model.items(argument).map(|(items, _)| items).unwrap_or_default() {
        if model.given(&item) != Given::BigInt {
            look(model, &item, whole, depth - 1, found);
        } else if let Some(at) = item.range {
            let in_place = model.literal(&item) == Some(at) || model.text(at).starts_with("BigInt(");
            let edit = in_place.then(|| TextEdit::replace(at, instead(&model.text(at))));
            found.push(BigInt { at, edit, call: whole.1 });
        }
    }
}

fn of_fields<'m>(model: &Model<'_>, fields: &Fields, whole: Whole<'m, '_>, depth: u32, found: &mut Vec<BigInt<'m>>) {
    for field in &fields.list {
        if model.given(&field.value) != Given::BigInt {
            look(model, &field.value, whole, depth - 1, found);
        } else if let Some(at) = field.value.range {
            // The value stands behind its key, in the call itself.
            let key =
                field.key_range.filter(|key| whole.0.contains(*key) && whole.0.contains(at) && at.start >= key.start);
            let edit = key.map(|_| {
                let text = instead(&model.text(at));
                TextEdit::replace(at, if field.shorthand { format!("{}: {text}", field.key) } else { text })
            });
            found.push(BigInt { at, edit, call: whole.1 });
        }
    }
}

/// What to write for a bigint.
fn instead(text: &str) -> String {
    let digits = text.strip_suffix('n').filter(|it| it.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit()));
    match digits {
        Some(digits) if digits.len() <= DIGITS => digits.to_owned(),
        Some(digits) => format!("\"{digits}\""),
        None => format!("String({text})"),
    }
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn what_fits_into_a_number_becomes_one() {
        assert_eq!(instead("10n"), "10");
        assert_eq!(instead("12345678901234567890n"), "\"12345678901234567890\"");
        assert_eq!(instead("BigInt(x)"), "String(BigInt(x))");
    }
}
