//! Versions that are known to be broken: reasons to upgrade.

use super::{Has, Versions};
use semver::Version;

/// Something that does not work in some versions.
#[derive(Clone, Copy, Debug)]
pub struct Defect {
    /// The versions that have it.
    pub versions: Versions,
    /// The description of the defect, as a sentence without a full stop.
    pub what: &'static str,
    /// The method that does not work, where it is one; otherwise every call is concerned.
    pub method: Option<&'static str>,
    /// The first version without it.
    pub fixed_in: &'static str,
    /// True when the affected calls still do their work.
    pub still_works: bool,
    /// The number of the pull request that repaired it, in the SDK's repository.
    pub pull_request: u32,
}

/// The defects, those of the oldest versions first.
pub static DEFECTS: &[Defect] = &[
    Defect {
        versions: Versions::since(3, 0, 0).until(4, 5, 0),
        what: "`timeout` has no effect: a request without a response hangs forever",
        method: None,
        fixed_in: "4.5.0",
        still_works: false,
        pull_request: 173,
    },
    Defect {
        versions: Versions::since(2, 0, 0).until(4, 5, 0),
        what: "`triggerBroadcast` uses a path of the API that is no longer documented",
        method: Some("triggerBroadcast"),
        fixed_in: "4.5.0",
        still_works: true,
        pull_request: 179,
    },
    // 3.3.3 was published without the change.
    Defect {
        versions: Versions::since(3, 1, 0).until(3, 3, 4),
        what: "`mergeCustomers` sends to the wrong host and always fails",
        method: Some("mergeCustomers"),
        fixed_in: "3.3.4",
        still_works: false,
        pull_request: 114,
    },
    Defect {
        versions: Versions::since(3, 4, 0).until(3, 5, 0),
        what: "`getCustomersByEmail` drops the address and always fails",
        method: Some("getCustomersByEmail"),
        fixed_in: "3.5.0",
        still_works: false,
        pull_request: 132,
    },
    Defect {
        versions: Versions::since(3, 5, 1).until(4, 5, 1),
        what: "a redirect to the host of the right region sends the wrong body: requests fail",
        method: None,
        fixed_in: "4.5.1",
        still_works: false,
        pull_request: 185,
    },
    Defect {
        versions: Versions::since(3, 5, 1).until(4, 5, 1),
        what: "a redirect sends the key to hosts that are not Customer.io's",
        method: None,
        fixed_in: "4.5.1",
        still_works: false,
        pull_request: 186,
    },
];

/// The oldest Node.js that 4.5 and newer declare in `engines`. 5.2.0 does run on Node.js 20: nothing but the
/// declaration says so, and it is what package managers check.
pub const NODE_SINCE_4_5: u32 = 22;

/// The defects that a version surely has.
pub fn defects(version: Option<&Version>) -> impl Iterator<Item = &'static Defect> + use<> {
    let version = version.cloned();
    DEFECTS.iter().filter(move |defect| defect.versions.has(version.as_ref()) == Has::Yes)
}
