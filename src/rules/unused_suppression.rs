//! `unused-suppression`: reported by [`crate::suppress`], which applies the comments.

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
    yields_to: &[],
    docs: r#"
The rule reports a `customerio-disable` comment that suppresses nothing or names a rule, category or preset that does not
exist, a `customerio-enable` that ends nothing, and a directive that does not exist, such as `customerio-ignore-next-line`.

Such a comment remains when the code below it was fixed or moved. It hides the next mistake in its place, and tells readers
of a problem that is gone. A misspelled rule name suppresses nothing at all.

A comment that names a rule disabled in the settings is not reported.

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

Removes the comment or, if it names several rules, the names that suppress nothing. Correcting or removing an unknown rule
name or directive is only suggested, because you know which rule is meant. A reason written without `--` gets one.

### References

- [ESLint: disabling rules](https://eslint.org/docs/latest/use/configure/rules#disabling-rules), whose comments these follow
"#,
};

/// Reports nothing: the findings of this rule are created when suppressions are applied.
pub fn check(_cx: &Context<'_>, _report: &mut Report<'_>) {}
