//! `detached-method`: a method that is detached from its client.

use super::helpers::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::CalledBy;

pub const META: RuleMeta = RuleMeta {
    id: "detached-method",
    summary: "Method detached from its client, which throws a TypeError when it is called",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The methods of the clients read `this.request`. Called without their client they throw
`TypeError: Cannot read properties of undefined (reading 'request')`, in every version: as a callback
(`ids.map(cio.identify)`), destructured (`const { identify } = cio`, `({ track }: TrackClient) => …`), assigned to a variable, or
returned. As a member of another object (`{ send: api.sendEmail }`, a class field) they read `request` of that object.

This is an error where the file calls the method itself or passes it to something that certainly calls it, and a warning where the
function, the object or the caller that gets it may do so. The rule is silent for `cio.identify.bind(cio)`, `.call(cio, …)`,
`.apply(cio, …)`, where the client is passed as well (`ids.map(cio.identify, cio)`), and in tests.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const removeAll = (ids: string[]) => Promise.all(ids.map(cio.destroy));
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const { identify } = cio;
await identify("42", { plan: "pro" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const removeAll = (ids: string[]) => Promise.all(ids.map((id) => cio.destroy(id)));
export const identify = cio.identify.bind(cio);
```

### Fix

Binds the method to its client. In array methods, which also pass the index, it wraps the call in a function that passes only the
element; there is no fix there for methods that need more arguments. Suggested.

### References

- [MDN: `this`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/this)
- [MDN: `Function.prototype.bind`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Function/bind)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    for detached in ctx.model.calls().detached() {
        let method = &detached.method;
        let (severity, when) = match &detached.by {
            CalledBy::Name(name, _) => (Severity::Error, format!("calling `{name}` throws a TypeError")),
            CalledBy::Caller(name) => {
                (Severity::Error, format!("`{name}` calls it without the client, which throws a TypeError"))
            }
            CalledBy::Function(name) => (Severity::Warning, format!("it throws a TypeError when `{name}` calls it")),
            CalledBy::Returned => {
                (Severity::Warning, "it throws a TypeError when the returned function is called".to_owned())
            }
            CalledBy::Object => (Severity::Warning, "it throws a TypeError when called on this object".to_owned()),
        };
        let called = match &detached.by {
            CalledBy::Name(_, call) => Some(*call),
            _ => None,
        };
        let what = format!("`{method}` is detached from its {} and loses `this`", detached.client.class_name());
        let draft = report
            .at(detached.at, severity, what)
            .why(when)
            .help("Bind it to its client, or wrap the call in a function.")
            .related(called, "it is called here");
        suggested(draft, || detached.repair);
    }
}
