//! `v2-operation-shape`: an operation of `batch` or `entity` that the v2 API does not accept.

use super::helpers::entries::renamed;
use super::helpers::operations::operations;
use super::helpers::timestamps::through;
use super::helpers::words::severity;
use super::{Context, Draft, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Field, Fields, Given, Model};
use crate::sdk::identifiers::OBJECT_IDENTIFIERS;
use crate::sdk::operations::{Operation, RENAMED_KEYS};
use crate::sdk::{ClientClass, KnownVersion, nearest, same_words};
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "v2-operation-shape",
    summary: "An operation of `batch` or `entity` that the v2 API does not accept",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &["batch-empty"],
    docs: r#"`batch` and `entity` pass their operations unchanged to the v2 API, which expects `type` (`person`, `object`, `delivery`),
`action`, and the keys of that action: `identifiers`, the `name` of an event, `attributes`, a `device` with its `token`, and
`primary` and `secondary` of a merge
([Track API: batch](https://docs.customer.io/api/track/#operation/batch)). With the names of the v1 API and other SDKs
(`data`, `event`, `traits`, an item of `PipelinesClient`), the operation is invalid or loses its data. If only some
operations of a batch fail, the API responds with 207 and the promise resolves. A difference in the capitalization of a type
or an action is a warning.

The rule checks visible operations: in the list, in the callback of a `map`, in `operations.push(…)`.

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

Changes the key, type or action to the valid one, and wraps a single operation passed to `batch` in a list. Replacing a type
or an action with another word is only suggested. No fix for missing keys.

### References

- [Track API: batch](https://docs.customer.io/api/track/#operation/batch)
- [Track API: entity](https://docs.customer.io/api/track/#operation/entity)
"#,
};

/// The types of operations.
const TYPES: &[&str] = &["person", "object", "delivery"];

/// Names of actions in other APIs.
const ACTIONS: &[(&str, &str)] = &[
    ("create", "identify"),
    ("destroy", "delete"),
    ("remove", "delete"),
    ("track", "event"),
    ("update", "identify"),
    ("upsert", "identify"),
];

/// Names of a device's token in other APIs.
const TOKENS: &[&str] = &["device_id", "deviceId", "id"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if matches!(KnownVersion::of(ctx.model.version()), KnownVersion::Newer(_)) {
        return;
    }
    containers(ctx.model, report);
    let mut judge = Judge { model: ctx.model, seen: FxHashSet::default(), report };
    for (call, operation) in operations(ctx.model) {
        judge.operation(call, &operation);
    }
}

/// Reports a single operation where a list is expected, and the reverse: both throw.
fn containers(model: &Model<'_>, report: &mut Report<'_>) {
    let calls = model
        .calls()
        .of_sdk()
        .iter()
        .filter(|call| ClientClass::of(call.client) == ClientClass::Track && !model.file().is_mocked());
    for call in calls {
        let Some((given, range)) = call.argument(0).and_then(|given| Some((given, given.range?))) else { continue };
        match (call.method.as_deref(), model.given(given)) {
            (Some("batch"), Given::Object) => {
                let draft = report
                    .at(range, Severity::Error, "`batch` expects a list of operations, found a single one")
                    .why("the call throws")
                    .help("Wrap it in a list, or call `entity`.")
                    .fix("Wrap in a list", Applicability::Safe, || {
                        if model.literal(given) == Some(range) {
                            vec![TextEdit::insert(range.start(), "["), TextEdit::insert(range.end(), "]")]
                        } else {
                            Vec::new()
                        }
                    });
                through(draft, call.through.as_ref(), "batch");
            }
            (Some("entity"), Given::Array) => {
                let draft = report
                    .at(range, Severity::Error, "`entity` expects one operation, found a list")
                    .why("the call throws")
                    .help("Call `batch`, which accepts a list.");
                through(draft, call.through.as_ref(), "entity");
            }
            _ => {}
        }
    }
}

struct Judge<'j, 'm, 'r> {
    model: &'j Model<'m>,
    /// The reported findings: a function of the project may be called from several places.
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
        let whole = operation.range;
        let Some((about_field, about)) = self.text(&fields, "type") else {
            if fields.lacks("type") {
                let message = "the operation has no `type`".to_owned();
                self.say(call, whole, message, "Add a `type`: `\"person\"`, `\"object\"` or `\"delivery\"`.");
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
                self.say(call, whole, message, &format!("Add an `action`: {}.", listed(Operation::actions(&about))));
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
        let pipelines = ClientClass::Pipelines.method(about).is_some();
        let message = if pipelines {
            format!("`{about}` is not an operation type but an item type of `PipelinesClient`")
        } else {
            format!("`{about}` is not an operation type")
        };
        let near = if !pipelines { nearest(about, TYPES.iter().copied()) } else { None };
        let help = "Use `person`, `object` or `delivery`.";
        if let Some(draft) = self.say_as(severity(about, TYPES), call, field.value.range, message, help) {
            let applicability = applicability(near, about);
            draft.fix(format!("Change to `{}`", near.unwrap_or_default()), applicability, || {
                near.zip(model.inside_quotes(&field.value)).map(|(near, at)| TextEdit::replace(at, near))
            });
        }
    }

    fn wrong_action(&mut self, call: &Call, field: &Field, about: &str, action: &str) {
        let model = self.model;
        let message = format!("`{action}` is not an action of the type `{about}`");
        let meant = ACTIONS.iter().find(|(other, _)| *other == action).map(|(_, meant)| *meant);
        let meant = meant.filter(|meant| Operation::of(about, meant).is_some());
        let near = nearest(action, Operation::actions(about));
        let help = format!("Use one of {}.", listed(Operation::actions(about)));
        let to = meant.or(near).zip(model.inside_quotes(&field.value));
        let applicability = applicability(meant.or(near), action);
        let severity = severity(action, &Operation::actions(about).collect::<Vec<_>>());
        if let Some(draft) = self.say_as(severity, call, field.value.range, message, &help) {
            draft.fix(format!("Change to `{}`", meant.or(near).unwrap_or_default()), applicability, || {
                to.map(|(to, at)| TextEdit::replace(at, to))
            });
        }
    }

    fn keys(&mut self, call: &Call, operation: &Operation, fields: &Fields, whole: Option<TextRange>) {
        let model = self.model;
        let takes = |key: &str| operation.required.contains(&key) || operation.optional.contains(&key);
        let mut renamed_keys = Vec::new();
        for (other, key) in RENAMED_KEYS.iter().filter(|(_, key)| takes(key) && fields.get(key).is_none()) {
            let Some(field) = fields.get(other).filter(|field| !field.uncertain) else { continue };
            renamed_keys.push(*key);
            let message = format!("`{other}` is not a key of an operation, which expects `{key}`");
            let key_range = if call.through.is_none() { field.key_range } else { None };
            let at = key_range.or(field.value.range);
            if let Some(draft) = self.say(call, at, message, &format!("Rename it to `{key}`.")) {
                renamed(draft, model, (fields, field), key, Applicability::Safe);
            }
        }
        let missing = |key: &&&str| {
            let nothing = |field: &Field| !field.uncertain && model.given(&field.value) == Given::Nothing;
            // An anonymous event needs no identifiers.
            let is_anonymous = **key == "identifiers" && fields.get("anonymous_id").is_some();
            !fields.open && !renamed_keys.contains(key) && !is_anonymous && fields.get(key).is_none_or(nothing)
        };
        let missing: Vec<&str> = operation.required.iter().filter(missing).copied().collect();
        if !missing.is_empty() {
            let keys = listed(missing.into_iter());
            let message = format!("the operation `{}` of a `{}` lacks {keys}", operation.action, operation.about);
            self.say(call, whole, message, &format!("Add {keys}."));
        }
        if let Some(device) = fields.get("device")
            && takes("device")
        {
            self.device(call, device);
        }
        if let Some(identifiers) = fields.get("identifiers")
            && operation.about == "object"
        {
            self.object(call, identifiers);
        }
    }

    fn device(&mut self, call: &Call, device: &Field) {
        let model = self.model;
        let Some(fields) = model.fields(&device.value).filter(|fields| fields.lacks("token")) else { return };
        let named = TOKENS.iter().find_map(|key| fields.get(key));
        let key_range = if call.through.is_none() { named.and_then(|field| field.key_range) } else { None };
        let at = key_range.or(device.value.range);
        let message = "the device has no `token`".to_owned();
        if let Some(draft) = self.say(call, at, message, "Pass the device token as `token`.")
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
        let message = "the object lacks `object_type_id` and `object_id`, or `cio_object_id`".to_owned();
        self.say(call, identifiers.value.range, message, "Add `object_type_id` and `object_id`, or `cio_object_id`.");
    }
}

/// The applicability of a correction. A word that differs only in spelling is certainly meant; a merely similar one may
/// delete something instead.
fn applicability(meant: Option<&str>, written: &str) -> Applicability {
    if meant.is_some_and(|meant| meant.eq_ignore_ascii_case(written) || same_words(meant, written)) {
        Applicability::Safe
    } else {
        Applicability::Suggested
    }
}

/// Names in backticks with commas between them.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
