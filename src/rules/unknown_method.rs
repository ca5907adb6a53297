//! `unknown-method`: a call of a method that the client's class does not have.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::MissingCall;
use crate::sdk::{ClientClass, ClientKind, methods_named};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-method",
    summary: "Call of a method that the client's class does not have",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Each client belongs to one API and has only its methods
([customerio-node](https://github.com/customerio/customerio-node#readme)): `TrackClient` identifies people and tracks
events, `APIClient` sends messages and reads the workspace. `api.identify(…)` throws a `TypeError`.

The rule reports names that no version of the class has. The finding is a warning if only a type says that the value is a
client. Nothing is reported if the code uses the name in another way (`if (client.flush) …`, `client.flush = …`), if
members are added to clients, in files that mock modules, or for versions newer than the rule's list.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.identify("42", { plan: "pro" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { plan: "pro" });
```

### Fix

Calls a client in scope that has the method, or a method with a similar name. Only suggested, because it is a guess.

### References

- [customerio-node](https://github.com/customerio/customerio-node#readme)
- [Customer.io: Track API](https://docs.customer.io/api/track/)
- [Customer.io: App API](https://docs.customer.io/api/app/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let version = ctx.model.version();
    for call in ctx.model.calls().missing() {
        let class = ClientClass::of(call.client);
        // A method that another version has is reported by `method-not-in-version`.
        if class.method(&call.name).is_some() || ctx.model.file().is_mocked() {
            continue;
        }
        let severity = if call.made.is_some() { Severity::Error } else { Severity::Warning };
        let what = format!("{} has no method `{}`", call.client.class_name(), call.name);
        let others = owners(ctx, call);
        let near = if others.is_empty() { class.nearest_method(&call.name, version) } else { None };
        let help = match (others.first(), near) {
            (Some(owner), _) => {
                let class = owner.class_name();
                let article = if class.starts_with('A') { "an" } else { "a" };
                format!("Call `{}` on {article} {class}.", call.name)
            }
            (None, Some(near)) => format!("Did you mean `{}`? {}.", near.name, near.summary),
            (None, None) => format!("Remove the call: no client of the SDK has a method `{}`.", call.name),
        };
        let mut draft = report.at(call.at, severity, what).why("the call throws a TypeError").help(help);
        if let Some(near) = near {
            let edit = TextEdit::replace(call.at, near.name);
            draft = draft.fix(format!("Change to `{}`", near.name), Applicability::Suggested, || [edit]);
        }
        for client in others.into_iter().flat_map(|kind| ctx.model.clients().in_sight(kind)) {
            let edit = TextEdit::replace(call.object, client.as_str());
            draft = draft.fix(format!("Change to `{client}.{}`", call.name), Applicability::Suggested, || [edit]);
        }
        draft.related_at(call.made.clone(), "the client is created here");
    }
}

/// The other clients that have the method.
fn owners(ctx: &Context<'_>, call: &MissingCall) -> Vec<ClientKind> {
    let has = |kind: &ClientKind| {
        methods_named(&call.name).any(|method| method.is_of(*kind) && !method.versions.has(ctx.model.version()).no())
    };
    [ClientKind::Track, ClientKind::App, ClientKind::Pipelines].into_iter().filter(has).collect()
}
