//! `upgrade-advice`: `package.json` asks for a version of the SDK that is known to be broken.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::defects::{Defect, NODE_SINCE_4_5, defects};
use crate::text::TextRange;
use semver::Version;

pub const META: RuleMeta = RuleMeta {
    id: "upgrade-advice",
    summary: "The installed version of the SDK has defects that a newer one mends",
    category: "versions",
    preset: Preset::Strict,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: ">=2.0.0 <4.5.1",
    options: &[],
    docs: r#"Some versions of `customerio-node` are known to lose data, to hang or to call what is not there, whatever the code does:

| versions | defect | mended in |
|---|---|---|
| 3.0.0 to 4.4.0 | `timeout` does nothing: a request without an answer hangs for ever | 4.5.0 |
| 3.1.0 to 3.3.3 | `mergeCustomers` asks the wrong host and always fails | 3.3.4 |
| 3.4.0, 3.4.1 | `getCustomersByEmail` drops the address and always fails | 3.5.0 |
| 3.5.1 to 4.5.0 | a redirect to the host of the right region sends the wrong body: requests fail | 4.5.1 |
| 3.5.1 to 4.5.0 | a redirect takes the key along to hosts that are not Customer.io's | 4.5.1 |

The finding stands on the line of the dependency in `package.json`, and it is about the version that is installed; where
none is, about the one in the lock file, or else about the oldest that the range allows. Since 4.5.0 the SDK
declares `engines: node >=22`: a `package.json` whose own `engines` allows an older Node.js is reported too.

A project may have its reasons to stay, and may never meet the defect: the default preset leaves the rule out. A call of a
method that does not work in the installed version is reported all the same, by
[`method-not-in-version`](#method-not-in-version).

JSON has no comments for a suppression. Whoever has to stay on an old version switches the rule off in the settings:
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

None: a new version has to be installed, and what else changes with it is to be looked at.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [customerio-node#114](https://github.com/customerio/customerio-node/pull/114)
- [customerio-node#132](https://github.com/customerio/customerio-node/pull/132)
- [customerio-node#173](https://github.com/customerio/customerio-node/issues/173)
- [customerio-node#185](https://github.com/customerio/customerio-node/pull/185)
- [customerio-node#186](https://github.com/customerio/customerio-node/pull/186)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let (Some(wanted), Some(version)) = (cx.model.sdk_wanted(), cx.model.version()) else { return };
    // Something that still works is no reason to hurry by itself, and is told beside the others.
    let found: Vec<&Defect> = defects(Some(version)).collect();
    let breaks = found.iter().any(|defect| !defect.still_works);
    if breaks {
        broken(report, wanted.range, version, &found);
    }
    if let Some((node, place)) = wanted.oldest_node
        && *version >= Version::new(4, 5, 0)
        && node.major < u64::from(NODE_SINCE_4_5)
    {
        let message = format!(
            "customerio-node {version} declares `engines: node >={NODE_SINCE_4_5}`, and this package allows Node.js {}",
            node.major
        );
        report
            .at(wanted.range, Severity::Warning, message)
            .help(format!("Ask for `>={NODE_SINCE_4_5}` in `engines.node`, or stay below customerio-node 4.5."))
            .related(Some(place), "the supported Node.js versions are set here");
    }
}

fn broken(report: &mut Report<'_>, range: TextRange, version: &Version, found: &[&Defect]) {
    let each: Vec<String> =
        found.iter().map(|defect| format!("{} (mended in {})", defect.what, defect.fixed_in)).collect();
    let number = if each.len() == 1 { "a known defect".to_owned() } else { format!("{} known defects", each.len()) };
    let message = format!("customerio-node {version} has {number}: {}", each.join("; "));
    let newest = found.iter().filter_map(|defect| Version::parse(defect.fixed_in).ok()).max();
    let Some(newest) = newest else { return };
    let node = if newest >= Version::new(4, 5, 0) {
        format!(", which declares `engines: node >={NODE_SINCE_4_5}`")
    } else {
        String::new()
    };
    report.at(range, Severity::Warning, message).help(format!("Upgrade to {newest} or newer{node}."));
}
