//! The lowest version that an npm range allows.

use semver::Version;

/// The lowest version in `range`, written as in `package.json`: `^5.0.1`, `~4.2`, `>=3 <5`, `5.x`, `1.2 - 2`,
/// `^3 || ^4`. `None` where the range has no lower end (`*`, `<5`) or is not a range at all (`latest`, `workspace:*`, a
/// path, an address): then nothing is known, and nothing may be concluded.
pub fn lowest_version(range: &str) -> Option<Version> {
    let range = range.trim();
    // `npm:other-name@range` installs another package under this name; only our own package tells something.
    let range = range.strip_prefix("npm:customerio-node@").unwrap_or(range);
    range.split("||").map(lowest_of_alternative).collect::<Option<Vec<_>>>()?.into_iter().min()
}

/// Comparators beside each other all hold: the highest of their lower ends counts.
fn lowest_of_alternative(alternative: &str) -> Option<Version> {
    if let Some((low, _)) = alternative.split_once(" - ") {
        return Partial::parse(low.trim())?.lowest();
    }
    let mut lowest: Option<Version> = None;
    let mut words = alternative.split_whitespace();
    while let Some(word) = words.next() {
        let (operator, version) = word.split_at(word.find(|c| !"^~<>=".contains(c)).unwrap_or(word.len()));
        // `>= 3` is written with a space by some.
        let version = if version.is_empty() { words.next()? } else { version };
        let version = Partial::parse(version)?;
        let low = match operator {
            "" | "=" | "^" | "~" | "~>" | ">=" => version.lowest(),
            ">" => version.above(),
            "<" | "<=" => None,
            _ => return None,
        };
        lowest = lowest.max(low);
    }
    lowest
}

/// A version whose last numbers may be missing or `x`.
struct Partial {
    numbers: Vec<u64>,
    full: Option<Version>,
}

impl Partial {
    fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix(['v', '=']).unwrap_or(text);
        if let Ok(full) = Version::parse(text) {
            return Some(Self { numbers: vec![full.major, full.minor, full.patch], full: Some(full) });
        }
        let mut numbers = Vec::new();
        let mut parts = text.split('.');
        for part in parts.by_ref() {
            match part {
                "x" | "X" | "*" => break,
                _ => numbers.push(part.parse().ok()?),
            }
        }
        let rest_is_open = parts.all(|part| matches!(part, "x" | "X" | "*"));
        (rest_is_open && numbers.len() <= 3).then_some(Self { numbers, full: None })
    }

    fn lowest(self) -> Option<Version> {
        if self.full.is_some() {
            return self.full;
        }
        let number = |at: usize| self.numbers.get(at).copied().unwrap_or(0);
        (!self.numbers.is_empty()).then(|| Version::new(number(0), number(1), number(2)))
    }

    /// The lowest version above every one that this stands for: `>4` starts at 5.0.0.
    fn above(mut self) -> Option<Version> {
        if let Some(full) = &self.full
            && !full.pre.is_empty()
        {
            return self.full;
        }
        self.full = None;
        let last = self.numbers.last_mut()?;
        *last = last.checked_add(1)?;
        self.lowest()
    }
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
}
