//! `upgrade-advice`: `package.json` depends on a version of the SDK with known defects.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::defects::{Defect, NODE_SINCE_4_5, defects};
use crate::text::TextRange;
use semver::Version;

pub const META: RuleMeta = RuleMeta {
    id: "upgrade-advice",
    summary: "The installed version of the SDK has defects that a newer version fixes",
    category: "versions",
    preset: Preset::Strict,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: ">=2.0.0 <4.5.1",
    options: &[],
    yields_to: &[],
    docs: r#"Some versions of `customerio-node` lose data, hang or send requests to the wrong address, whatever your code does:

| versions | defect | fixed in |
|---|---|---|
| 3.0.0 to 4.4.0 | `timeout` has no effect: a request without a response hangs forever | 4.5.0 |
| 3.1.0 to 3.3.3 | `mergeCustomers` sends to the wrong host and always fails | 3.3.4 |
| 3.4.0, 3.4.1 | `getCustomersByEmail` drops the address and always fails | 3.5.0 |
| 3.5.1 to 4.5.0 | a redirect to the host of the right region sends the wrong body: requests fail | 4.5.1 |
| 3.5.1 to 4.5.0 | a redirect sends the key to hosts that are not Customer.io's | 4.5.1 |

The finding is on the line of the dependency in `package.json`. It is about the installed version; if none is installed,
about the version in the lock file, otherwise about the oldest version that the range allows. Since 4.5.0 the SDK declares
`engines: node >=22`: a `package.json` whose own `engines` allows an older Node.js is reported too.

A project may have reasons to stay on a version, and may never hit the defect, so the rule is not in the default preset. A
call of a method that does not work in the installed version is always reported by
[`method-not-in-version`](#method-not-in-version).

JSON has no comments for a suppression. To stay on an old version, turn the rule off in the settings:
`"rules": { "upgrade-advice": "off" }`.

### Invalid

```json
// customerio-node 4.4.0
{
  "dependencies": {
    "customerio-node": "^4.4.0"
  }
}
```

```json
// customerio-node 4.5.1
{
  "engines": { "node": ">=18" },
  "dependencies": {
    "customerio-node": "^4.5.1"
  }
}
```

### Valid

```json
// customerio-node 5.2.0
{
  "engines": { "node": ">=22" },
  "dependencies": {
    "customerio-node": "^5.2.0"
  }
}
```

### Fix

None: install a newer version, and check what else changes with it.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [customerio-node#114](https://github.com/customerio/customerio-node/pull/114)
- [customerio-node#132](https://github.com/customerio/customerio-node/pull/132)
- [customerio-node#173](https://github.com/customerio/customerio-node/issues/173)
- [customerio-node#185](https://github.com/customerio/customerio-node/pull/185)
- [customerio-node#186](https://github.com/customerio/customerio-node/pull/186)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let (Some(wanted), Some(version)) = (ctx.model.imports().sdk_wanted(), ctx.model.version()) else { return };
    // A defect that does not break calls is only listed with others that do.
    let found: Vec<&Defect> = defects(Some(version)).collect();
    let breaks = found.iter().any(|defect| !defect.still_works);
    if breaks {
        broken(report, wanted.range, version, &found);
    }
    if let Some((node, place)) = wanted.oldest_node
        && *version >= Version::new(4, 5, 0)
        && node.major < u64::from(NODE_SINCE_4_5)
    {
        let what = format!(
            "customerio-node {version} declares `engines: node >={NODE_SINCE_4_5}`, but this package allows Node.js {}",
            node.major
        );
        report
            .at(wanted.range, Severity::Warning, what)
            .help(format!("Set `engines.node` to `>={NODE_SINCE_4_5}`, or stay below customerio-node 4.5."))
            .related(Some(place), "the supported Node.js versions are set here");
    }
}

fn broken(report: &mut Report<'_>, range: TextRange, version: &Version, found: &[&Defect]) {
    let each: Vec<String> =
        found.iter().map(|defect| format!("{} (fixed in {})", defect.what, defect.fixed_in)).collect();
    let number = if each.len() == 1 { "a known defect".to_owned() } else { format!("{} known defects", each.len()) };
    let newest = found.iter().filter_map(|defect| Version::parse(defect.fixed_in).ok()).max();
    let Some(newest) = newest else { return };
    let node = if newest >= Version::new(4, 5, 0) {
        format!(", which declares `engines: node >={NODE_SINCE_4_5}`")
    } else {
        String::new()
    };
    report
        .at(range, Severity::Warning, format!("customerio-node {version} has {number}"))
        .why(each.join("; "))
        .help(format!("Upgrade to {newest} or newer{node}."));
}
