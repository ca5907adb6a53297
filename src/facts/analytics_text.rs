//! The global `analytics` of web pages, in a text: the addresses of the code that makes it, Customer.io's and others', and
//! a test, on the bytes of a file, of whether the file has to do with it.

use memchr::memmem;

/// The global.
pub const ANALYTICS: &str = "analytics";
/// The addresses of Customer.io's code for it.
const OWN: [&str; 2] = ["cdp.customer.io/v1/analytics-js/", "cdp-eu.customer.io/v1/analytics-js/"];
/// Those of others, whose global is called the same.
const OTHERS: [&str; 3] = ["cdn.segment.com/", "cdn.segment.io/", "cdn.rudderlabs.com/"];
/// No text with one of these addresses is shorter: nearly all texts of a program are.
const SHORTEST: usize = 15;
/// Packages of others, by their beginnings.
const PACKAGES: [&str; 2] = ["@segment/analytics", "@rudderstack/"];

/// The global, and the beginnings of all that tells of the code of others without it: what a text is searched for before
/// [`tells_of_analytics`] looks at a place.
pub const TELLING: [&str; 3] = [ANALYTICS, "cdn.", "@rudderstack/"];

/// Returns whether a text has an address of Customer.io's code for the global.
pub fn is_own_address(text: &str) -> bool {
    text.len() >= SHORTEST && OWN.iter().any(|address| text.contains(address))
}

/// Returns whether a text has an address of another vendor's code for it.
pub fn is_address_of_others(text: &str) -> bool {
    text.len() >= SHORTEST && OTHERS.iter().any(|address| text.contains(address))
}

/// Returns whether a module is another vendor's code for it.
pub fn is_module_of_others(module: &str) -> bool {
    PACKAGES.iter().any(|package| module.starts_with(package))
}

/// Returns whether code makes the global: `window.analytics=window.analytics||[]`. Finds too many, never too few of those
/// that name it with a point before it.
pub fn makes_analytics(text: &[u8]) -> bool {
    memmem::find_iter(text, ANALYTICS).any(|at| {
        let after = text[at + ANALYTICS.len()..].trim_ascii_start();
        text[..at].ends_with(b".") && after.starts_with(b"=") && !after.starts_with(b"==")
    })
}

/// Returns whether code names the global at a place where one of [`TELLING`] begins, or loads the code of another vendor
/// for it. Finds too many, never too few.
pub fn tells_of_analytics(text: &[u8], at: usize) -> bool {
    let is_part = |c: &u8| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'$' | b'-' | b'/');
    let (before, rest) = text.split_at(at);
    match rest.strip_prefix(ANALYTICS.as_bytes()) {
        Some(after) => {
            let is_whole = !before.last().is_some_and(is_part) && !after.first().is_some_and(is_part);
            is_whole || before.ends_with(b"@segment/")
        }
        None => OTHERS.iter().chain(&PACKAGES).any(|needle| rest.starts_with(needle.as_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_it() {
        for text in
            ["a = window.analytics = []", "window.analytics=window.analytics||[]", "(self as any).analytics\n= a"]
        {
            assert!(makes_analytics(text.as_bytes()), "{text}");
        }
        for text in ["window.analytics == 1; window.analytics.track()", "const analytics = 1", "window.analyticsX = 1"]
        {
            assert!(!makes_analytics(text.as_bytes()), "{text}");
        }
    }

    fn names_analytics(text: &str) -> bool {
        let at = |needle: &&str| text.match_indices(*needle).any(|(at, _)| tells_of_analytics(text.as_bytes(), at));
        TELLING.iter().any(at)
    }

    #[test]
    fn what_names_it() {
        for text in [
            "analytics.track('a')",
            "window.analytics?.track('a')",
            "const { analytics } = window",
            "import '@segment/analytics-next'",
            "import * as r from \"@rudderstack/rudder-sdk-node\"",
            "s.src = 'https://cdn.segment.com/a.js'",
        ] {
            assert!(names_analytics(text), "{text}");
        }
        for text in
            ["", "import './analytics'", "rudderanalytics.track('a')", "analyticsClient.track('a')", "/analytics/x"]
        {
            assert!(!names_analytics(text), "{text}");
        }
    }

    #[test]
    fn no_address_is_shorter() {
        assert!(OWN.iter().chain(&OTHERS).all(|address| address.len() >= SHORTEST));
        assert!(
            OTHERS
                .iter()
                .chain(&PACKAGES)
                .all(|it| it.contains(ANALYTICS) || it.starts_with(TELLING[1]) || it.starts_with(TELLING[2]))
        );
    }
}
