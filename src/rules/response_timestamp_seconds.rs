//! `response-timestamp-seconds`: a date created from seconds as if they were milliseconds.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "response-timestamp-seconds",
    summary: "A time in a response of Customer.io, in seconds, is read as milliseconds",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Always,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"All times in responses of the [App API](https://docs.customer.io/api/app/) are in Unix seconds: `created` and `updated` of
campaigns, `queued_at` of a message, `timestamp` of an activity. `new Date(…)`, `dayjs(…)` and `moment(…)` expect
milliseconds, so the result is a day in January 1970.

The rule reports values that certainly come from the response of an SDK call, also through variables, destructuring,
callbacks and functions of other files, and only fields that are times by the API's schema. Nothing is reported if the
file writes to a field of that name.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const { campaigns } = await api.listCampaigns();
const created = campaigns.map((campaign: any) => new Date(campaign.created));
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const { campaigns } = await api.listCampaigns();
const created = campaigns.map((campaign: any) => new Date(campaign.created * 1000));
```

### Fix

Multiplies by 1000. Safe for `Date`, because no time of Customer.io is in 1970. Suggested for Day.js and moment, which use the
current time for a missing value.

### References

- [App API](https://docs.customer.io/api/app/)
- [MDN: Date](https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Date/Date)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for date in ctx.model.times().dates_of_seconds() {
        let what =
            format!("`{}` expects milliseconds, found `{}` of `{}` in seconds", date.by, date.field, date.method);
        let end = date.range.end();
        let mut edits = vec![TextEdit::insert(end, if date.is_simple { " * 1000" } else { ") * 1000" })];
        if !date.is_simple {
            edits.insert(0, TextEdit::insert(date.range.start(), "("));
        }
        // Day.js and moment use the current time for `undefined`; `undefined * 1000` is an invalid date.
        let applicability = if date.by == "new Date" { Applicability::Safe } else { Applicability::Suggested };
        let is_elsewhere = date.call.file.is_some() || !date.range.contains(date.call.range);
        report
            .at(date.range, Severity::Warning, what)
            .why("Customer.io sends Unix seconds, so the result is a day in January 1970")
            .help("Multiply by 1000.")
            .related_at(
                is_elsewhere.then_some(date.call),
                format!("the value comes from this call of `{}`", date.method),
            )
            .fix("Convert to milliseconds", applicability, || edits);
    }
}
