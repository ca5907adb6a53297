//! `v2-operation-shape`: an operation of `batch` or `entity` that the v2 API does not take.

use super::judge::entries::renamed;
use super::judge::operations::operations;
use super::judge::timestamps::through;
use super::judge::words::severity;
use super::{Context, Draft, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Field, Fields, Given, Model};
use crate::sdk::identifiers::OBJECT_IDENTIFIERS;
use crate::sdk::operations::{Operation, RENAMED_KEYS};
use crate::sdk::{Class, Known, nearest, same_words};
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "v2-operation-shape",
    summary: "An operation of `batch` or `entity` is none that the v2 API takes",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    docs: r#"`batch` and `entity` pass their operations on as they are to the v2 API, which takes `type` (`person`, `object`, `delivery`),
`action`, and the keys of that action: `identifiers`, the `name` of an event, `attributes`, a `device` with its `token`, and
`primary` and `secondary` of a merge
([Track API: batch](https://docs.customer.io/api/track/#operation/batch)). What the v1 API and other SDKs call otherwise
(`data`, `event`, `traits`, an item of `PipelinesClient`) is no operation, or arrives without its data. A batch of which only
some operations fail is answered with 207, and the promise resolves. A type or an action in other capitals is a warning.

Reported is what is seen of the operations: in the list, in the callback of a `map`, in `operations.push(…)`.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const { errors } = await cio.batch([
  { type: "person", action: "event", identifiers: { id: "42" }, name: "signed_up", data: { plan: "pro" } },
  { type: "person", action: "track", identifiers: { id: "42" }, name: "signed_up" },
]);
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const { errors } = await cio.batch([
  { type: "person", action: "event", identifiers: { id: "42" }, name: "signed_up", attributes: { plan: "pro" } },
]);
```

### Fix

Writes the key, the type or the action that is meant, and puts one operation that is given to `batch` into a list. A type or an
action of another word is suggested. None for what is missing.

### References

- [Track API: batch](https://docs.customer.io/api/track/#operation/batch)
- [Track API: entity](https://docs.customer.io/api/track/#operation/entity)
"#,
};

/// What an operation can be about.
const TYPES: &[&str] = &["person", "object", "delivery"];

/// What other APIs call an action.
const ACTIONS: &[(&str, &str)] = &[
    ("create", "identify"),
    ("destroy", "delete"),
    ("remove", "delete"),
    ("track", "event"),
    ("update", "identify"),
    ("upsert", "identify"),
];

/// What other APIs call the token of a device.
const TOKENS: &[&str] = &["device_id", "deviceId", "id"];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if matches!(Known::of(cx.model.version()), Known::Newer(_)) {
        return;
    }
    containers(cx.model, report);
    let mut judge = Judge { model: cx.model, seen: FxHashSet::default(), report };
    for (call, operation) in operations(cx.model) {
        judge.operation(call, &operation);
    }
}

/// One operation where a list goes, and a list where one goes: both throw.
fn containers(model: &Model<'_>, report: &mut Report<'_>) {
    let calls = model.sdk_calls().iter().filter(|call| Class::of(call.client) == Class::Track && !model.is_mocked());
    for call in calls {
        let Some((given, range)) = call.argument(0).and_then(|given| Some((given, given.range?))) else { continue };
        match (call.method.as_deref(), model.given(given)) {
            (Some("batch"), Given::Object) => {
                let edits = match model.literal(given) == Some(range) {
                    true => vec![TextEdit::insert(range.start(), "["), TextEdit::insert(range.end(), "]")],
                    false => Vec::new(),
                };
                let message = "`batch` takes a list of operations: for one by itself it throws";
                let draft = report
                    .at(range, Severity::Error, message)
                    .help("Put it into a list, or call `entity`.")
                    .fix("Put it into a list", Applicability::Safe, edits);
                through(draft, call.through.as_ref(), "batch");
            }
            (Some("entity"), Given::Array) => {
                let message = "`entity` takes one operation: for a list it throws";
                let draft = report.at(range, Severity::Error, message).help("Call `batch`, which takes many.");
                through(draft, call.through.as_ref(), "entity");
            }
            _ => {}
        }
    }
}

struct Judge<'j, 'm, 'r> {
    model: &'j Model<'m>,
    /// What was said already: a function of the project may be called by many.
    seen: FxHashSet<(TextRange, String)>,
    report: &'j mut Report<'r>,
}

impl Judge<'_, '_, '_> {
    fn say(&mut self, call: &Call, at: Option<TextRange>, message: String, help: &str) -> Option<Draft<'_>> {
        self.say_as(Severity::Error, call, at, message, help)
    }

    fn say_as(
        &mut self,
        severity: Severity,
        call: &Call,
        at: Option<TextRange>,
        message: String,
        help: &str,
    ) -> Option<Draft<'_>> {
        let at = at?;
        let said = (at, message.clone());
        if !self.seen.insert(said) {
            return None;
        }
        let method = call.method.as_deref().unwrap_or_default();
        let draft = self.report.at(at, severity, message).help(help);
        Some(through(draft, call.through.as_ref(), method))
    }

    fn operation(&mut self, call: &Call, operation: &Argument) {
        let model = self.model;
        let Some(fields) = model.fields(operation) else { return };
        // For nothing at all `entity` throws: `batch-empty`.
        if !fields.open && fields.list.is_empty() && call.method.as_deref() == Some("entity") {
            return;
        }
        let whole = operation.range;
        let Some((about_field, about)) = self.text(&fields, "type") else {
            if fields.lacks("type") {
                let message = "the operation has no `type`".to_owned();
                self.say(call, whole, message, "Add `type`: `\"person\"`, `\"object\"` or `\"delivery\"`.");
            }
            return;
        };
        if !Operation::is_about(&about) {
            self.wrong_type(call, about_field, &about);
            return;
        }
        let Some((action_field, action)) = self.text(&fields, "action") else {
            if fields.lacks("action") {
                let message = format!("the operation of type `{about}` has no `action`");
                self.say(call, whole, message, &format!("Add `action`: {}.", listed(Operation::actions(&about))));
            }
            return;
        };
        match Operation::of(&about, &action) {
            Some(known) => self.keys(call, known, &fields, whole),
            None => self.wrong_action(call, action_field, &about, &action),
        }
    }

    /// The field with this key and its text.
    fn text<'f>(&self, fields: &'f Fields, key: &str) -> Option<(&'f Field, SmolStr)> {
        let field = fields.get(key)?;
        match self.model.given(&field.value) {
            Given::Text(text) => Some((field, text)),
            _ => None,
        }
    }

    fn wrong_type(&mut self, call: &Call, field: &Field, about: &str) {
        let model = self.model;
        let pipelines = Class::Pipelines.method(about).is_some();
        let message = match pipelines {
            true => format!("`{about}` is no type of an operation: this is an item for `PipelinesClient`"),
            false => format!("`{about}` is no type of an operation"),
        };
        let near = nearest(about, TYPES.iter().copied()).filter(|_| !pipelines);
        let help = "The types are `person`, `object` and `delivery`.";
        let edit = near.zip(model.inside_quotes(&field.value)).map(|(near, at)| TextEdit::replace(at, near));
        if let Some(draft) = self.say_as(severity(about, TYPES), call, field.value.range, message, help) {
            let applicability = applicability(near, about);
            draft.fix("Write the type that is meant", applicability, edit.into_iter().collect());
        }
    }

    fn wrong_action(&mut self, call: &Call, field: &Field, about: &str, action: &str) {
        let model = self.model;
        let message = format!("`{action}` is no action of the type `{about}`");
        let meant = ACTIONS.iter().find(|(other, _)| *other == action).map(|(_, meant)| *meant);
        let meant = meant.filter(|meant| Operation::of(about, meant).is_some());
        let near = nearest(action, Operation::actions(about));
        let help = format!("The actions of `{about}` are {}.", listed(Operation::actions(about)));
        let to = meant.or(near).zip(model.inside_quotes(&field.value));
        let applicability = applicability(meant.or(near), action);
        let edits = to.map(|(to, at)| TextEdit::replace(at, to)).into_iter().collect();
        let severity = severity(action, &Operation::actions(about).collect::<Vec<_>>());
        if let Some(draft) = self.say_as(severity, call, field.value.range, message, &help) {
            draft.fix("Write the action that is meant", applicability, edits);
        }
    }

    fn keys(&mut self, call: &Call, operation: &Operation, fields: &Fields, whole: Option<TextRange>) {
        let model = self.model;
        let takes = |key: &str| operation.required.contains(&key) || operation.optional.contains(&key);
        let mut renamed_keys = Vec::new();
        for (other, key) in RENAMED_KEYS.iter().filter(|(_, key)| takes(key) && fields.get(key).is_none()) {
            let Some(field) = fields.get(other).filter(|field| !field.uncertain) else { continue };
            renamed_keys.push(*key);
            let message = format!("`{other}` is no key of an operation: the v2 API calls it `{key}`");
            let at = field.key_range.filter(|_| call.through.is_none()).or(field.value.range);
            if let Some(draft) = self.say(call, at, message, &format!("Call it `{key}`.")) {
                renamed(draft, model, (fields, field), key, Applicability::Safe);
            }
        }
        let missing = |key: &&&str| {
            let nothing = |field: &Field| !field.uncertain && model.given(&field.value) == Given::Nothing;
            // An anonymous event names nobody else.
            let is_anonymous = **key == "identifiers" && fields.get("anonymous_id").is_some();
            !fields.open && !renamed_keys.contains(key) && !is_anonymous && fields.get(key).is_none_or(nothing)
        };
        let missing: Vec<&str> = operation.required.iter().filter(missing).copied().collect();
        if !missing.is_empty() {
            let keys = listed(missing.into_iter());
            let message = format!("the operation `{}` of a `{}` lacks {keys}", operation.action, operation.about);
            self.say(call, whole, message, &format!("Add {keys}."));
        }
        if let Some(device) = fields.get("device").filter(|_| takes("device")) {
            self.device(call, device);
        }
        if let Some(identifiers) = fields.get("identifiers").filter(|_| operation.about == "object") {
            self.object(call, identifiers);
        }
    }

    fn device(&mut self, call: &Call, device: &Field) {
        let model = self.model;
        let Some(fields) = model.fields(&device.value).filter(|fields| fields.lacks("token")) else { return };
        let named = TOKENS.iter().find_map(|key| fields.get(key));
        let at = named.and_then(|field| field.key_range.filter(|_| call.through.is_none())).or(device.value.range);
        let message = "the device has no `token`".to_owned();
        if let Some(draft) = self.say(call, at, message, "Give its token as `token`.")
            && let Some(field) = named
        {
            renamed(draft, model, (&fields, field), "token", Applicability::Safe);
        }
    }

    fn object(&mut self, call: &Call, identifiers: &Field) {
        let Some(fields) = self.model.fields(&identifiers.value).filter(|fields| !fields.open) else { return };
        if OBJECT_IDENTIFIERS.iter().any(|keys| keys.iter().all(|key| fields.get(key).is_some())) {
            return;
        }
        let message = "an object is named by `object_type_id` and `object_id`, or by `cio_object_id`".to_owned();
        self.say(call, identifiers.value.range, message, "Give it both of the first, or the second.");
    }
}

/// A word that differs in its spelling alone is surely meant; what is like another one may delete where something else was meant.
fn applicability(meant: Option<&str>, written: &str) -> Applicability {
    match meant.is_some_and(|meant| meant.eq_ignore_ascii_case(written) || same_words(meant, written)) {
        true => Applicability::Safe,
        false => Applicability::Suggested,
    }
}

/// Names in backticks with commas between them.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
