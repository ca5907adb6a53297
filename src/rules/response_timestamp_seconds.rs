//! `response-timestamp-seconds`: a date that is made of seconds as if they were milliseconds.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "response-timestamp-seconds",
    summary: "A date is made of a time in an answer of Customer.io, which is in seconds, as if it were milliseconds",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Always,
    versions: "all",
    options: &[],
    docs: r#"Every time in an answer of the [App API](https://docs.customer.io/api/app/) is in Unix seconds: `created` and `updated` of
campaigns, `queued_at` of a message, `timestamp` of an activity. `new Date(…)`, `dayjs(…)` and `moment(…)` take
milliseconds, so that what comes out is a day in January 1970.

Found where the value certainly comes from the answer of a call of the SDK, also over variables, patterns, callbacks and
functions of other files, and only for fields that the API's schema says are times. Silent where code of the file writes to a
field of that name.

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

Multiplies by 1000. Safe for `Date`: no time of Customer.io's is in 1970. Suggested for Day.js and moment, to which a time that is
missing is the present.

### References

- [App API](https://docs.customer.io/api/app/)
- [MDN: Date](https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Date/Date)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    for date in cx.model.dates_of_seconds() {
        let message = format!(
            "`{}` of `{}` is in seconds, and `{}` takes milliseconds: this is a day in January 1970",
            date.field, date.method, date.by
        );
        let end = date.range.end();
        let mut edits = vec![TextEdit::insert(end, if date.is_simple { " * 1000" } else { ") * 1000" })];
        if !date.is_simple {
            edits.insert(0, TextEdit::insert(date.range.start(), "("));
        }
        // What is not there is the present to Day.js and moment, and no date times 1000.
        let applicability = if date.by == "new Date" { Applicability::Safe } else { Applicability::Suggested };
        let is_elsewhere = date.call.file.is_some() || !date.range.contains(date.call.range);
        report
            .at(date.range, Severity::Warning, message)
            .help("Multiply it: `* 1000`.")
            .related_at(is_elsewhere.then_some(date.call), format!("this is the call of `{}`", date.method))
            .fix("Make milliseconds of it", applicability, edits);
    }
}
