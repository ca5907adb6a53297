//! `floating-promise`: a call of the SDK whose promise nobody looks at.

use super::judge::promises::{Overtaking, name, repaired};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, Dropped, DroppedBy, Promise, TryPart};
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};

pub const META: RuleMeta = RuleMeta {
    id: "floating-promise",
    summary: "Nobody waits for a call of the SDK, and nobody notices when it fails",
    category: "promises",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Every method of the clients returns a promise. When nobody awaits it, returns it or adds a `catch`, a request that
fails (a wrong key, a limit, a network error) is an unhandled rejection: since
[Node 15](https://nodejs.org/api/process.html#event-unhandledrejection) that ends the process. And where a process ends
or freezes after it has answered, as serverless functions do, the request may never be sent.

A `try` around such a call catches nothing: it is left long before the request fails. A function of the project that
neither awaits nor returns the promise drops it for its callers too; their `await` waits for nothing. `forEach` looks at
nothing that its callback returns, and `Promise.all` over a `map` waits for nothing when the callback has braces and no
`return`. `await` of an array, and an array inside the one that `Promise.all` gets, wait for nothing either; a promise is
always true (`if (send(id))`), and `{}` in JSON. `return` of a promise in a `try` leaves it before the request can fail.

Calls of the project's own functions count when these hand on the promise of a call of the SDK. Not reported is what
may be waited for elsewhere: a promise in a variable that is read, in an array that is passed on, as an argument
(`waitUntil(…)`, `after(…)`), returned from a callback, with a second argument of `then`; what `void` says is meant; and files that replace modules by
stand-ins for tests. Outside of functions it is informational: a script that ends by an error says so.

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

All fixes are suggested: `await` makes the caller wait for Customer.io and fail with it, and moves what comes after it.
Offered are `await` where the function is `async`, to return the promise, to make the function `async`, to log the failure
(first where the function answers a request), and `void`, which says that the promise is dropped on purpose. `forEach` over
an array, a set or a map becomes `await Promise.all(…)`.

### References

- [Node.js: unhandled rejections](https://nodejs.org/api/process.html#event-unhandledrejection)
- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [MDN: using promises](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Using_promises)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let mut seen: FxHashSet<TextRange> = FxHashSet::default();
    let overtaking = Overtaking::of(cx.model);
    // Calls of functions of the project that drop the promise of a call, by that call.
    let mut lost: FxHashMap<TextRange, &Call> = FxHashMap::default();
    for call in cx.model.sdk_calls().iter().filter(|call| call.promise == Promise::Lost) {
        if let Some(through) = call.through.as_ref().filter(|through| through.call.file.is_none()) {
            lost.entry(through.call.range).or_insert(call);
        }
    }
    for call in cx.model.sdk_calls() {
        let Promise::Dropped(dropped) = &call.promise else { continue };
        // A script's last word is often `main()`.
        let is_main = call.through.is_some() && call.around.function.is_none();
        if is_main
            || is_missing(cx, call)
            || seen.contains(&dropped.whole)
            || overtaking.find(call).is_some()
            || cx.model.is_mocked()
        {
            continue;
        }
        seen.insert(dropped.whole);
        let severity = if call.around.function.is_some() { Severity::Warning } else { Severity::Info };
        let mut draft = report
            .at(call.callee, severity, format!("{}: {}", what(call, dropped), effect(call)))
            .help("Await it, return it or add a `catch`; `void` in front says that it is dropped on purpose.");
        if let Some(through) = &call.through {
            draft = draft.related_at(Some(through.call.clone()), "the promise of this call is dropped");
        }
        if let Some(lost) = lost.get(&call.range) {
            draft = draft.related(Some(lost.range), format!("who awaits {} here waits for nothing", name(lost)));
        }
        repaired(draft, dropped);
    }
    returned_early(cx, report);
}

/// `return promise` in a `try`: its `catch` sees no failure, its `finally` runs before the request is done.
fn returned_early(cx: &Context<'_>, report: &mut Report<'_>) {
    let mut seen: FxHashSet<TextRange> = FxHashSet::default();
    for call in cx.model.sdk_calls() {
        let Some((early, repair)) = call.returned_early.as_deref() else { continue };
        if seen.contains(&early.whole) || cx.model.is_mocked() || is_missing(cx, call) {
            continue;
        }
        seen.insert(early.whole);
        let name = name(call);
        let (severity, message) = match early.caught {
            true => (
                Severity::Warning,
                format!("this `try` cannot catch a failure of {name}: it returns the promise without waiting for it"),
            ),
            false => (
                Severity::Info,
                format!("this `finally` runs before {name} is done: the promise is returned without waiting for it"),
            ),
        };
        report.at(call.callee, severity, message).help("Return what it gives: `return await …`.").fix(
            &repair.title,
            Applicability::Suggested,
            repair.edits.clone(),
        );
    }
}

/// Whether another rule says already that the version has no such method.
fn is_missing(cx: &Context<'_>, call: &Call) -> bool {
    cx.model.missing_calls().iter().any(|missing| missing.at == call.name)
}

fn what(call: &Call, dropped: &Dropped) -> String {
    let name = name(call);
    match &dropped.how {
        DroppedBy::Statement if dropped.is_chain => format!("nobody waits for what becomes of the promise of {name}"),
        DroppedBy::Statement => format!("nobody waits for the promise of {name}"),
        DroppedBy::Unread(variable) => format!("the promise of {name} goes into `{variable}`, which nobody reads"),
        DroppedBy::Logged => format!("the promise of {name} is written to the console, and nobody waits for it"),
        DroppedBy::ForEach => format!("`forEach` does not wait for the promise of {name}"),
        DroppedBy::Map => format!("nobody waits for the promises of {name} that `map` collects"),
        DroppedBy::AwaitedArray => format!("`await` of an array does not wait for the promise of {name} in it"),
        DroppedBy::Nested(function) => {
            format!("`Promise.{function}` does not wait for the promise of {name} in an array inside its array")
        }
        DroppedBy::Beside(function) => {
            format!("`Promise.{function}` takes one array, and does not wait for the promise of {name}")
        }
        DroppedBy::Tested => format!("the promise of {name} is always true, whatever becomes of it"),
        DroppedBy::Text => format!("the promise of {name} becomes `[object Promise]` in this string"),
        DroppedBy::Written => format!("the promise of {name} becomes `{{}}` in JSON"),
        DroppedBy::CalledBack(function) => format!("`{function}` does not wait for the promise of {name}"),
        DroppedBy::MapWithoutReturn => {
            format!("the callback of `map` does not return the promise of {name}, so there is nothing to wait for")
        }
    }
}

fn effect(call: &Call) -> &'static str {
    let tried = call.around.tries.iter().any(|it| it.part == TryPart::Block && it.handler.is_some());
    if tried {
        "this `try` cannot catch its failure, which is an unhandled rejection and ends the process on Node 15 and newer"
    } else {
        "when the request fails, the unhandled rejection ends the process on Node 15 and newer"
    }
}
