//! `broadcast-filter-shape`: a recipient filter that the App API does not accept.

use super::helpers::broadcasts::{audiences, triggers_of_every_door};
use super::helpers::timestamps::through;
use super::{Context, Draft, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Field, Given, Model};
use crate::sdk::broadcast::{FILTER_KEYS, FILTER_OPERATORS, is_recipient_key};
use crate::sdk::nearest;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-filter-shape",
    summary: "Broadcast recipient filter that the App API does not accept",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A filter has one key at each level: `{ segment: { id } }`, `{ attribute: { field, operator, value } }` with the operator `eq`
(which needs a `value`) or `exists`, `and` and `or` with a list, `not` with one filter
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). The SDK sends any other filter as
it is; the API responds with 422 and the broadcast is not sent.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { segment: 7 });
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "equals", value: "pro" } });
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "eq", value: "pro" } });
```

### Fix

Changes a segment's id to `{ segment: { id } }` and an operator to the API's name for it, wraps a single filter of `and` or `or` in
a list, and unwraps the list of `not`. Suggested: a broadcast that failed before is sent. There is no fix for missing or
conflicting keys.

### References

- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
- [customerio-node: `triggerBroadcast`](https://github.com/customerio/customerio-node#apitriggerbroadcastid-data-recipients)
"#,
};

/// Other names that people use for the operators.
const OPERATORS: &[(&str, &str)] =
    &[("=", "eq"), ("==", "eq"), ("===", "eq"), ("equal", "eq"), ("equals", "eq"), ("is", "eq"), ("exist", "exists")];

/// The depth to which filters are checked.
const MAX_DEPTH: u32 = 8;

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers_of_every_door(ctx.model) {
        let Some(recipients) = call.argument(2) else { continue };
        let mut judge = Judge { model: ctx.model, call, report };
        if ctx.model.given(recipients) == Given::Array {
            let help = "Pass `{ emails: […] }`, `{ ids: […] }` or a filter.";
            judge.say(recipients.range, "the recipients must be an object, not a list", help);
        }
        let Some(fields) = ctx.model.fields(recipients) else { continue };
        // With an audience beside it, the SDK does not send the filter.
        let audience = audiences(ctx.model).iter().any(|audience| fields.get(audience.key).is_some());
        if !audience && !fields.open && !fields.list.is_empty() {
            judge.filter(recipients, true, 0);
        }
    }
}

struct Judge<'j, 'm, 'r> {
    model: &'j Model<'m>,
    call: &'j Call,
    report: &'j mut Report<'r>,
}

impl Judge<'_, '_, '_> {
    fn say(&mut self, at: Option<TextRange>, what: impl Into<String>, help: &str) -> Option<Draft<'_>> {
        let why = "the API responds with 422 and the broadcast is not sent";
        let draft = self.report.at(at?, Severity::Error, what).why(why).help(help);
        Some(through(draft, self.call.through.as_ref(), "triggerBroadcast"))
    }

    fn filter(&mut self, filter: &Argument, outermost: bool, depth: u32) {
        let Some(fields) = self.model.fields(filter) else { return };
        if depth >= MAX_DEPTH {
            return self.model.stops_at(filter, true);
        }
        let known: Vec<&Field> = fields.list.iter().filter(|field| FILTER_KEYS.contains(&field.key.as_str())).collect();
        if known.len() > 1 && known.iter().all(|field| !field.uncertain) {
            let keys: Vec<&str> = known.iter().map(|field| field.key.as_str()).collect();
            let what = format!("a filter must have one key per level, found `{}`", keys.join("` and `"));
            self.say(filter.range, what, "Combine them in the list of `and` or `or`.");
            return;
        }
        if known.is_empty() && !fields.open && fields.list.iter().all(|field| !is_recipient_key(&field.key)) {
            self.unknown(filter, &fields.list, outermost);
            return;
        }
        for field in known {
            match field.key.as_str() {
                "segment" => self.segment(field),
                "attribute" => self.attribute(field),
                "not" => self.not(field, depth),
                _ => self.list(field, depth),
            }
        }
    }

    /// Reports a filter without any of the keys that filters have.
    fn unknown(&mut self, filter: &Argument, fields: &[Field], outermost: bool) {
        let Some(first) = fields.first().filter(|field| !field.uncertain) else { return };
        let only_id = fields.len() == 1 && matches!(self.model.given(&first.value), Given::Number(_));
        let id = only_id && matches!(first.key.as_str(), "id" | "segmentId" | "segment_id");
        let edit = filter
            .range
            .zip(first.value.range)
            .filter(|(all, value)| id && all.contains(*value) && self.model.literal(filter) == Some(*all));
        let edit = edit
            .map(|(all, value)| TextEdit::replace(all, format!("{{ segment: {{ id: {} }} }}", self.model.text(value))));
        let what = if outermost { "not an audience or a filter" } else { "not a filter" };
        let help = "Use `{ segment: { id } }`, `{ attribute: … }`, `{ and: […] }`, `{ or: […] }` or `{ not: … }`.";
        let key_range = if self.call.through.is_none() { first.key_range } else { None };
        let at = key_range.or(first.value.range);
        if let Some(draft) = self.say(at, format!("`{}` is {what}", first.key), help) {
            draft.fix("Change to `{ segment: { id } }`", Applicability::Suggested, || edit);
        }
    }

    fn segment(&mut self, field: &Field) {
        let segment = &field.value;
        let given = self.model.given(segment);
        if let Given::Number(_) | Given::Text(_) = given {
            let written = self.model.literal(segment).filter(|at| Some(*at) == segment.range && !field.shorthand);
            let written = if matches!(given, Given::Number(_)) { written } else { None };
            let edits =
                written.map(|at| vec![TextEdit::insert(at.start(), "{ id: "), TextEdit::insert(at.end(), " }")]);
            let what = "`segment` must be an object with an `id`";
            if let Some(draft) = self.say(segment.range, what, "Pass `{ id: … }`.") {
                draft.fix("Change to `{ id: … }`", Applicability::Suggested, || edits.unwrap_or_default());
            }
        } else if self.model.fields(segment).is_some_and(|fields| fields.lacks("id")) {
            self.say(segment.range, "`segment` has no `id`", "Set `id` to the number of the segment.");
        }
    }

    fn attribute(&mut self, field: &Field) {
        let Some(fields) = self.model.fields(&field.value) else { return };
        let missing: Vec<&str> = ["field", "operator"].into_iter().filter(|key| fields.lacks(key)).collect();
        if !missing.is_empty() {
            let missing = missing.join("` and `");
            self.say(
                field.value.range,
                format!("`attribute` has no `{missing}`"),
                "Pass `{ field, operator, value }`.",
            );
            return;
        }
        let Some(operator) = fields.get("operator") else { return };
        let Given::Text(text) = self.model.given(&operator.value) else { return };
        if text == "eq" && fields.lacks("value") {
            self.say(field.value.range, "the operator `eq` requires a `value`", "Add `value`, or use `exists`.");
        }
        if FILTER_OPERATORS.contains(&text.as_str()) {
            return;
        }
        let habit = OPERATORS.iter().find(|(other, _)| *other == text.to_lowercase()).map(|(_, meant)| *meant);
        let meant = habit.or_else(|| nearest(&text, FILTER_OPERATORS.iter().copied()));
        let edit = meant.zip(self.model.inside_quotes(&operator.value)).map(|(to, at)| TextEdit::replace(at, to));
        let what = format!("`{text}` is not a filter operator");
        if let Some(draft) = self.say(operator.value.range, what, "Use `eq` or `exists`.") {
            let title = format!("Change to `{}`", meant.unwrap_or_default());
            draft.fix(title, Applicability::Suggested, || edit);
        }
    }

    fn not(&mut self, field: &Field, depth: u32) {
        let Some((items, all)) = self.model.items(&field.value) else {
            self.filter(&field.value, false, depth + 1);
            return;
        };
        let literal = self.model.literal(&field.value).filter(|at| Some(*at) == field.value.range);
        let only = if let ([only], true) = (&items[..], all) { only.range } else { None };
        let edit = literal.zip(only).filter(|(list, item)| list.contains(*item) && list != item);
        let what = "`not` takes a single filter, not a list";
        let model = self.model;
        if let Some(draft) = self.say(field.value.range, what, "Pass the filter itself.") {
            draft.fix("Remove the list around the filter", Applicability::Suggested, || {
                edit.map(|(list, item)| TextEdit::replace(list, model.text(item)))
            });
        }
    }

    /// `and`, `or`
    fn list(&mut self, field: &Field, depth: u32) {
        if let Some((items, _)) = self.model.items(&field.value) {
            items.iter().for_each(|item| self.filter(item, false, depth + 1));
            return;
        }
        if self.model.given(&field.value) != Given::Object {
            return;
        }
        let literal = self.model.literal(&field.value).filter(|at| Some(*at) == field.value.range);
        let edits = literal.map(|at| vec![TextEdit::insert(at.start(), "["), TextEdit::insert(at.end(), "]")]);
        let what = format!("`{}` takes a list of filters", field.key);
        if let Some(draft) = self.say(field.value.range, what, "Wrap the filter in a list.") {
            draft.fix("Wrap the filter in a list", Applicability::Suggested, || edits.unwrap_or_default());
        }
    }
}
