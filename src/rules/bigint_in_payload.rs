//! `bigint-in-payload`: a bigint in a JSON payload.

use super::helpers::requests::seen;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Fields, Given, Model, WalkedObjects};
use crate::sdk::{ClientClass, KnownVersion, Verb};
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;
use std::cell::{Cell, RefCell};

pub const META: RuleMeta = RuleMeta {
    id: "bigint-in-payload",
    summary: "Bigint in a payload, which JSON cannot represent",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The SDK sends its data as JSON, and JSON has no bigints: `JSON.stringify` throws
`TypeError: Do not know how to serialize a BigInt`, and nothing is sent
([MDN](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Errors/BigInt_not_serializable)). Database drivers return
bigints for large numbers.

The rule reports values that are certainly bigints: `10n`, `BigInt(…)`, and anything computed from them. It skips a file that
defines `toJSON` for bigints. Where another file of the project does that, turn the rule off.

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

Changes a literal that fits into a number to that number, and wraps everything else in `String(…)`. Suggested: use `Number(…)`
where the value stays below 2⁵³ and segments should compare it.

### References

- [MDN: BigInt value can't be serialized in JSON](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Errors/BigInt_not_serializable)
"#,
};

/// The depth to which data is searched.
const MOST_DEPTH: u32 = 12;
/// The number of fields and elements searched for one call.
const MOST_LOOKS: u32 = 10_000;

/// The number of digits that certainly fit into a number.
const DIGITS: usize = 15;

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let model = ctx.model;
    if model.file().is_mocked() || matches!(KnownVersion::of(model.version()), KnownVersion::Newer(_)) {
        return;
    }
    let mut found = Vec::new();
    for call in model.calls().of_sdk() {
        let method = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name));
        let Some(method) = method else { continue };
        let endpoint = method.endpoint.at(model.version()).unwrap_or_else(|| method.endpoint.newest());
        if !matches!(endpoint.verb, Verb::Post | Verb::Put) {
            continue;
        }
        // The fields of a request are judged where it is created.
        for argument in call.arguments.iter().filter(|it| !matches!(model.given(it), Given::Request(_))) {
            look(model, argument, (call.range, Some(call), &Rest::all()), MOST_DEPTH, &mut found);
        }
        for operation in model.calls().operations(call) {
            look(model, &operation, (call.range, Some(call), &Rest::all()), MOST_DEPTH, &mut found);
        }
    }
    for (request, _, fields) in seen(model) {
        of_fields(model, &fields, (request.range, None, &Rest::all()), MOST_DEPTH, &mut found);
    }
    if found.is_empty() || model.file().sets_to_json() {
        return;
    }
    let mut told: FxHashSet<TextRange> = FxHashSet::default();
    for BigInt { at, edit, call } in found {
        if !told.insert(at) {
            continue;
        }
        let is_string = edit.as_ref().is_some_and(|edit| edit.text.contains(['"', '(']));
        let title = if is_string { "Convert to a string" } else { "Convert to a number" };
        let draft = report
            .at(at, Severity::Error, "bigint in data that is sent as JSON")
            .why("the call throws \"Do not know how to serialize a BigInt\"")
            .help("Convert it with `Number(…)` or `String(…)`.")
            .fix(title, Applicability::Suggested, || edit);
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

/// The rest of a search.
struct Rest {
    /// The number of values that may still be searched.
    looks: Cell<u32>,
    /// The objects that were.
    walked: RefCell<WalkedObjects>,
}

impl Rest {
    fn all() -> Self {
        Self { looks: Cell::new(MOST_LOOKS), walked: RefCell::default() }
    }
}

/// The range that is sent, the call that sends it, and what is left of the search.
type Whole<'m, 'l> = (TextRange, Option<&'m Call>, &'l Rest);

/// Looks for bigints among the entries of an object or a list.
fn look<'m>(model: &Model<'_>, argument: &Argument, whole: Whole<'m, '_>, depth: u32, found: &mut Vec<BigInt<'m>>) {
    if !whole.2.walked.borrow_mut().is_first_look(argument, MOST_DEPTH - depth) {
        return;
    }
    let left = whole.2.looks.get();
    if depth == 0 || left == 0 {
        if model.fields(argument).is_some() || model.items(argument).is_some() {
            model.stops_at(argument, depth == 0);
        }
        return;
    }
    whole.2.looks.set(left - 1);
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
            // The value comes after its key, in the call itself.
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

/// The replacement for a bigint.
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
