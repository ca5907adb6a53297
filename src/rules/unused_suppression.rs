//! `unused-suppression`: judged by [`crate::suppress`], which alone knows what a comment suppressed.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "unused-suppression",
    summary: "A suppression comment suppresses nothing",
    category: "suppressions",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Always,
    versions: "all",
    options: &[],
    docs: r#"
A `customerio-disable` comment that suppresses nothing, that names a rule, a category or a preset which does not exist,
a `customerio-enable` that ends nothing, or a directive that does not exist, such as `customerio-ignore-next-line`.

Such a comment is what is left when the code below it was repaired or moved. It hides the next mistake that somebody
makes in its place, and tells readers of a problem that is no longer there. A misspelt rule name hides nothing at all.

A comment that names a rule which the settings switch off is left alone.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// customerio-disable-next-line timestamp-milliseconds -- the import job needs it
await cio.identify("42", { created_at: Math.floor(Date.now() / 1000) });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// customerio-disable-next-line timestamp-milliseconds -- a segment of ours counts in milliseconds
await cio.identify("42", { created_at: Date.now() });
```

### Fix

The comment is removed, or, where it names several rules, the names that suppress nothing. A name that no rule has is
put right or removed only on request: which rule is meant is for you to say. The same goes for a directive that does
not exist. A reason that was written without `--` gets it.

### References

- [ESLint: disabling rules](https://eslint.org/docs/latest/use/configure/rules#disabling-rules), whose comments these follow
"#,
};

/// Nothing: findings of this rule come into being when the suppressions are applied.
pub fn check(_cx: &Context<'_>, _report: &mut Report<'_>) {}
