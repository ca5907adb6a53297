//! `floating-promise`: a call of the SDK whose promise is neither awaited nor handled.

use super::helpers::promises::{Overtaking, name, repaired};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, Dropped, DroppedBy, Promise, TryPart};
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};

pub const META: RuleMeta = RuleMeta {
    id: "floating-promise",
    summary: "The promise of an SDK call is neither awaited nor handled",
    category: "promises",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &["method-not-in-version"],
    docs: r#"Every method of the clients returns a promise. If it is not awaited, returned or given a `catch`, a request that fails (a wrong key, a
rate limit, a network error) becomes an unhandled rejection, which ends the process since
[Node 15](https://nodejs.org/api/process.html#event-unhandledrejection). And if the process exits or freezes after it has responded,
as serverless functions do, the request may never be sent.

A `try` around such a call catches nothing: the code leaves it long before the request fails. A function of the project that neither
awaits nor returns the promise drops it for its callers too; their `await` does not wait for the request. `forEach` ignores the
promises that its callback returns, and `Promise.all` over a `map` waits for nothing if the callback has braces and no `return`.
`await` of an array, and an array nested in the one passed to `Promise.all`, do not wait either. A promise is always truthy
(`if (send(id))`), and `{}` in JSON. `return` of a promise in a `try` leaves the `try` before the request can fail.

The rule also checks calls of the project's own functions that pass on the promise of an SDK call. It ignores a promise that may be
awaited elsewhere: in a variable that is read, in an array that is passed on, as an argument (`waitUntil(…)`, `after(…)`), returned
from a callback, with a second argument of `then`. It also ignores calls marked with `void`, and files that mock modules for tests.
Outside of functions a finding is informational: a script that ends with an error shows it.

The methods of NestJS' `HttpService` and Angular's `HttpClient` give an Observable, which sends its request when something subscribes
to it. The rule reports a request to Customer.io whose Observable is dropped: it is never sent, and `await` changes nothing about that.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string, email: string) {
  try {
    cio.identify(id, { email });
  } catch (error) {
    console.error(error);
  }
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function cancelAll(ids: string[]) {
  await Promise.all(
    ids.map((id) => {
      cio.track(id, { name: "plan_canceled" });
    }),
  );
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

async function track(id: string, name: string) {
  await cio.track(id, { name });
}

export async function order(id: string) {
  track(id, "order_placed");
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string, email: string) {
  await cio.identify(id, { email });
  cio.track(id, { name: "signed_up" }).catch((error) => console.error(error));
}

export function cancelAll(ids: string[]) {
  return Promise.all(ids.map((id) => cio.track(id, { name: "plan_canceled" })));
}
```

### Fix

All fixes are suggested: `await` makes the caller wait for Customer.io and fail with it, and delays the code after it. The fixes are
`await` where the function is `async`, returning the promise, making the function `async`, logging the failure (first where the
function handles a request), and `void`, which marks the promise as ignored on purpose. `forEach` over an array, a set or a map
becomes `await Promise.all(…)`. To an Observable `.subscribe()` is added.

### References

- [Node.js: unhandled rejections](https://nodejs.org/api/process.html#event-unhandledrejection)
- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [MDN: using promises](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Using_promises)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let mut seen: FxHashSet<TextRange> = FxHashSet::default();
    let overtaking = Overtaking::of(ctx.model);
    // Calls to functions of the project that drop the promise of an SDK call, by that call.
    let mut lost: FxHashMap<TextRange, &Call> = FxHashMap::default();
    for call in ctx.model.calls().every().iter().filter(|call| call.promise == Promise::Lost) {
        if let Some(through) = call.through.as_ref().filter(|through| !through.is_bound && through.call.file.is_none())
        {
            lost.entry(through.call.range).or_insert(call);
        }
    }
    for call in ctx.model.calls().every() {
        let Promise::Dropped(dropped) = &call.promise else { continue };
        // Scripts often end with `main()`.
        let through = call.through.as_ref().filter(|through| !through.is_bound);
        let is_outside = call.around.function.is_none();
        let is_main = through.is_some() && is_outside && call.around.runs_once;
        if is_main || seen.contains(&dropped.whole) || overtaking.find(call).is_some() || ctx.model.file().is_mocked() {
            continue;
        }
        seen.insert(dropped.whole);
        let severity = if is_outside { Severity::Info } else { Severity::Warning };
        let mut draft = report
            .at(call.callee, severity, what(call, dropped))
            .why(effect(call))
            .help("Await it, return it, or add a `catch`; mark it with `void` to ignore it on purpose.");
        if let Some(through) = through {
            draft = draft.related_at(Some(through.call.clone()), "the promise of this call is dropped");
        }
        if let Some(lost) = lost.get(&call.range) {
            let note = format!("awaiting {} does not wait for this request", name(lost));
            draft = draft.related(Some(lost.range), note);
        }
        repaired(draft, dropped);
    }
    returned_early(ctx, report);
    unsubscribed(ctx, report);
}

/// Reports requests of services whose Observables nothing subscribes to: `this.http.post(…)` of NestJS and Angular.
fn unsubscribed(ctx: &Context<'_>, report: &mut Report<'_>) {
    let mut seen: FxHashSet<TextRange> = FxHashSet::default();
    for call in ctx.model.calls().every() {
        let Some((whole, edit)) = &call.unsubscribed else { continue };
        if ctx.model.file().is_mocked() || !seen.insert(*whole) {
            continue;
        }
        report
            .at(call.callee, Severity::Warning, format!("nothing subscribes to the Observable of {}", name(call)))
            .why("an Observable does nothing until then, so the request is never sent")
            .help("Await `firstValueFrom(…)` of it, return it, or subscribe to it.")
            .fix("Subscribe to it", Applicability::Suggested, || edit.clone());
    }
}

/// Reports `return promise` in a `try`: its `catch` sees no failure, its `finally` runs before the request is done.
fn returned_early(ctx: &Context<'_>, report: &mut Report<'_>) {
    let mut seen: FxHashSet<TextRange> = FxHashSet::default();
    for call in ctx.model.calls().every() {
        let Some((early, repair)) = call.returned_early.as_deref() else { continue };
        if seen.contains(&early.whole) || ctx.model.file().is_mocked() {
            continue;
        }
        seen.insert(early.whole);
        let name = name(call);
        let (severity, what) = if early.caught {
            (Severity::Warning, format!("this `try` cannot catch a failure of {name}"))
        } else {
            (Severity::Info, format!("this `finally` runs before {name} is done"))
        };
        report
            .at(call.callee, severity, what)
            .why("the promise is returned without `await`, so the `try` ends before the request does")
            .help("Use `return await …`.")
            .fix(&repair.title, Applicability::Suggested, || repair.edits.clone());
    }
}

fn what(call: &Call, dropped: &Dropped) -> String {
    let name = name(call);
    match &dropped.how {
        DroppedBy::Statement if dropped.is_chain => {
            format!("the promise chain that starts with {name} is never awaited")
        }
        DroppedBy::Statement => format!("the promise of {name} is not awaited"),
        DroppedBy::Unread(variable) => format!("the promise of {name} is stored in `{variable}`, which is never read"),
        DroppedBy::Logged => format!("the promise of {name} is logged, not awaited"),
        DroppedBy::ForEach => format!("`forEach` does not wait for the promise of {name}"),
        DroppedBy::Map => format!("the promises of {name} that `map` collects are not awaited"),
        DroppedBy::AwaitedArray => format!("`await` of an array does not wait for the promise of {name} in it"),
        DroppedBy::Nested(function) => {
            format!("`Promise.{function}` does not wait for the promise of {name} in a nested array")
        }
        DroppedBy::Beside(function) => {
            format!("`Promise.{function}` takes one array and does not wait for the promise of {name}")
        }
        DroppedBy::Tested => format!("the promise of {name} is always truthy"),
        DroppedBy::Text => format!("the promise of {name} becomes `[object Promise]` in this string"),
        DroppedBy::Written => format!("the promise of {name} becomes `{{}}` in JSON"),
        DroppedBy::CalledBack(function) => format!("`{function}` does not wait for the promise of {name}"),
        DroppedBy::MapWithoutReturn => format!("the callback of `map` does not return the promise of {name}"),
    }
}

fn effect(call: &Call) -> &'static str {
    let tried = call.around.tries.iter().any(|it| it.part == TryPart::Block && it.handler.is_some());
    if tried {
        "this `try` cannot catch a failed request, and the unhandled rejection ends the process on Node 15 and newer"
    } else {
        "a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer"
    }
}
