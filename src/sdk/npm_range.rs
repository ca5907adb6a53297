//! The lowest version that an npm range allows.

use nodejs_semver::Range;
use semver::Version;

/// The lowest version in `range`, written as in `package.json`: `^5.0.1`, `~4.2`, `>=3 <5`, `5.x`, `1.2 - 2`,
/// `^3 || ^4`. `None` where the range has no lower end (`*`, `<5`) or is not a range at all (`latest`, `workspace:*`, a
/// path, an address): then nothing is known, and nothing may be concluded.
pub fn lowest_version(range: &str) -> Option<Version> {
    let range = range.trim();
    // `npm:other-name@range` installs another package under this name; only our own package tells something.
    let range = range.strip_prefix("npm:customerio-node@").unwrap_or(range);
    let lowest = Range::parse(range).ok()?.min_version()?.to_string();
    // Where every version is allowed, it is the lowest one of all.
    Version::parse(&lowest).ok().filter(|lowest| *lowest > Version::new(0, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::lowest_version;

    #[test]
    fn ranges() {
        for (range, lowest) in [
            ("5.0.1", "5.0.1"),
            ("=5.0.1", "5.0.1"),
            ("v5.0.1", "5.0.1"),
            ("^5.0.1", "5.0.1"),
            ("~4.2", "4.2.0"),
            (" ^3 ", "3.0.0"),
            ("5", "5.0.0"),
            ("5.x", "5.0.0"),
            ("5.1.*", "5.1.0"),
            ("5.x.x", "5.0.0"),
            (">=3 <5", "3.0.0"),
            (">= 3.1.0 < 5", "3.1.0"),
            ("<5 >=3", "3.0.0"),
            (">4", "5.0.0"),
            (">4.1", "4.2.0"),
            (">4.1.2", "4.1.3"),
            ("1.2 - 2.0.0", "1.2.0"),
            ("^4.1.0 || ^3.5.0 || 5", "3.5.0"),
            ("5.0.0-beta.1", "5.0.0-beta.1"),
            ("npm:customerio-node@^4.5.0", "4.5.0"),
        ] {
            assert_eq!(lowest_version(range).map(|v| v.to_string()).as_deref(), Some(lowest), "{range}");
        }
    }

    #[test]
    fn what_says_nothing() {
        for range in [
            "",
            "*",
            "x",
            "latest",
            "next",
            "<5",
            "<5 || ^5",
            "workspace:*",
            "workspace:^5.0.0",
            "file:../sdk",
            "link:../sdk",
            "git+https://example.com/sdk.git#v5.0.0",
            "customerio/customerio-node",
            "https://example.com/sdk.tgz",
            "npm:other@1.0.0",
            ">",
            "1.2.3.4",
            "99999999999999999999",
            "><5",
        ] {
            assert_eq!(lowest_version(range), None, "{range}");
        }
    }

    #[test]
    fn of_any_length() {
        for range in
            ["^4.1.0 || ".repeat(20_000) + "5", ">=4.1.0 ".repeat(20_000), "(".repeat(20_000), ">".repeat(20_000)]
        {
            let _ = lowest_version(&range);
        }
    }
}
