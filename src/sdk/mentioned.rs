//! A test of whether a text concerns Customer.io at all, on the bytes of every file before anything else.

use aho_corasick::packed::{Config, Searcher};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// The maximum length of a mention in bytes, with the text before it.
pub const LONGEST_MENTION: usize = 32;

/// The common beginning of the SDK's name (`customerio-node`) and the domain (`customer.io`): one search for the two.
const BEGINNING: &str = "customer";
static OF_SDK: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(BEGINNING));
/// The characters before the domain in the hosts of the APIs (`track.`, `beta-api-eu.`), and in the specifier of a
/// module. The links and addresses in comments have other characters there.
const BEFORE_DOMAIN: [&[u8]; 8] = [b"track.", b"api.", b"cdp.", b"fly.", b"-eu.", b"\"", b"'", b"`"];

/// That, the prefixes of environment variables (`CUSTOMERIO_WEBHOOK_SECRET`), the middle of the names of headers
/// (`X-CIO-Signature`), the globals of the snippets, and the names that clients go by where a framework hands them over
/// (`app.locals.cio`).
const WORDS: [&str; 13] = [
    BEGINNING,
    "CUSTOMERIO_",
    "CIO_",
    "-cio-",
    "-CIO-",
    "-Cio-",
    GLOBALS[0],
    GLOBALS[1],
    ".cio",
    "\"cio",
    "'cio",
    " cio",
    "$cio",
];
/// The globals that snippets make.
const GLOBALS: [&str; 2] = ["_cio", "cioanalytics"];
static OF_SNIPPETS: LazyLock<[Finder<'static>; GLOBALS.len()]> = LazyLock::new(|| GLOBALS.map(Finder::new));
/// The first of the globals.
const FIRST_GLOBAL: usize = 6;
/// The first of the names of clients.
const NAMES: usize = 8;
/// The text after `cio` in the global of a snippet.
const GLOBAL_GOES_ON: &[u8] = b"analytics";
/// The name in a pattern: `const { cio } = req.app.locals`.
const TAKEN: &str = " cio";
/// All in one pass; `None` on processors without the instructions.
static ALL_WORDS: LazyLock<Option<Searcher>> = LazyLock::new(|| Config::new().builder().extend(WORDS).build());
static EACH_WORD: LazyLock<[Finder<'static>; WORDS.len()]> = LazyLock::new(|| WORDS.map(Finder::new));

/// Returns whether a text names an SDK, or may, a host of the APIs, or the global of a snippet. Finds too many, never too
/// few.
pub fn names_sdk(text: &[u8]) -> bool {
    let is_name = |at: usize| !matches!(text.get(at + BEGINNING.len()), Some(b'I' | b'_')) && is_mention(text, 0, at);
    let is_global = |(at, finder): (usize, &Finder<'_>)| {
        finder.find_iter(text).any(|found| is_mention(text, FIRST_GLOBAL + at, found))
    };
    OF_SDK.find_iter(text).any(is_name) || OF_SNIPPETS.iter().enumerate().any(is_global)
}

/// Returns whether a text has to do with Customer.io: it names the SDK, a host, an environment variable that is called
/// after it, or a header of its webhooks. A rejected text is not parsed.
pub fn is_mentioned(text: &[u8]) -> bool {
    match &*ALL_WORDS {
        Some(words) => words.find_iter(text).any(|word| is_mention(text, word.pattern().as_usize(), word.start())),
        None => {
            let mut words = EACH_WORD.iter().enumerate();
            words.any(|(word, finder)| finder.find_iter(text).any(|at| is_mention(text, word, at)))
        }
    }
}

/// Returns whether the word at a place of a text is a mention.
fn is_mention(text: &[u8], word: usize, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + WORDS[word].len()..]);
    match word {
        0 => match after {
            [b'i' | b'I', b'o' | b'O', ..] | [b'_', b'i', b'o', ..] => true,
            [b'.', b'i', b'o', ..] => BEFORE_DOMAIN.iter().any(|it| before.ends_with(it)),
            _ => false,
        },
        // Not the end of another word (`NEGOCIO_ID`).
        1 | 2 => {
            !before.last().is_some_and(u8::is_ascii_alphanumeric) && after.first().is_some_and(u8::is_ascii_uppercase)
        }
        // Neither a part of another word, nor the prefix of an attribute.
        FIRST_GLOBAL..NAMES => {
            let is_of_name = |c: &u8| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'$');
            !before.last().is_some_and(is_of_name) && !after.first().is_some_and(is_of_name)
        }
        // Not the beginning of another word, nor `cio_id`.
        NAMES.. => {
            if after.starts_with(GLOBAL_GOES_ON) {
                return !after.get(GLOBAL_GOES_ON.len()).is_some_and(u8::is_ascii_alphanumeric);
            }
            let goes_on = |c: &u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'_' | b'-');
            let is_name = match WORDS[word] {
                TAKEN => is_taken_out(before),
                ".cio" | "$cio" => true,
                _ => !is_specifier(before),
            };
            is_name && !after.first().is_some_and(goes_on)
        }
        _ => matches!(before, [.., b'x' | b'X']),
    }
}

/// Returns whether a string after this text is the specifier of a module.
fn is_specifier(before: &[u8]) -> bool {
    let before = before.trim_ascii_end();
    ["from", "import", "require(", "import("].iter().any(|word| before.ends_with(word.as_bytes()))
}

/// Returns whether a name after this text is taken out of an object, and not imported.
fn is_taken_out(before: &[u8]) -> bool {
    let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
    let line = before[start..].trim_ascii_start();
    matches!(line.last(), Some(b'{' | b','))
        && line.contains(&b'{')
        && !line.starts_with(b"import")
        && !line.starts_with(b"export")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sdk::{OLD_HOSTS, Region};

    #[test]
    fn the_sdk_and_the_hosts() {
        for text in [
            "import { TrackClient } from \"customerio-node\"",
            "from '@customerio/track'",
            "require('customer.io')",
            "require(`customer.io/api`)",
            "https://track.customer.io/api/v1",
            "import { Analytics } from '@customerio/cdp-analytics-node'",
            "from \"customerio-reactnative\"",
            "window._cio.identify({ id })",
            "_cio?.track('a')",
            "cioanalytics.track('a')",
            "  cioanalytics.track('a')",
            "window.cioanalytics?.page()",
        ] {
            assert!(is_mentioned(text.as_bytes()) && names_sdk(text.as_bytes()), "{text}");
        }
        for text in
            ["", "customer", "customeri o", "https://docs.customer.io", "hello@customer.io", "customer.io is fine"]
        {
            assert!(!is_mentioned(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn variables_and_headers() {
        for text in [
            "process.env.CUSTOMERIO_WEBHOOK_SECRET",
            "env.NEXT_PUBLIC_CIO_SITE_ID",
            "CIO_KEY",
            "req.headers[\"x-cio-signature\"]",
            "req.get('X-CIO-Timestamp')",
            "X-Cio-Signature",
            "req.app.locals.cio.track(id, event)",
            "({ cio }) => cio",
            "c.get('cio')",
            "useNuxtApp().$cio",
            "this.cioClient.track(id)",
            "ctx.customerIo",
            "app.customer_io",
        ] {
            assert!(is_mentioned(text.as_bytes()), "{text}");
            assert!(!names_sdk(text.as_bytes()), "{text}");
        }
        for text in [
            "NEGOCIO_ID",
            "CIO_",
            "cio_id",
            "a-cio-b",
            "CUSTOMERIO_",
            "SOCIO_1",
            "PRECIO_Total",
            "anuncio",
            "user.cio_id",
            "data.ciopath",
            "const precio_cio = 1",
            "_cio_id",
            "my_cio",
            "socioanalytics",
            "window.cioanalyticsX",
        ] {
            assert!(!is_mentioned(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn every_host_of_an_api() {
        let roots =
            crate::sdk::PathRoot::ALL.into_iter().flat_map(|root| [root.host(Region::Us), root.host(Region::Eu)]);
        for host in roots.chain(OLD_HOSTS.iter().map(|(host, _)| *host)) {
            assert!(is_mentioned(host.as_bytes()), "{host}");
        }
    }

    #[test]
    fn no_mention_is_longer() {
        let longest = BEFORE_DOMAIN.iter().map(|before| before.len() + "customer.io".len()).max().unwrap();
        assert!(longest <= LONGEST_MENTION && "customerio".len() <= LONGEST_MENTION, "{longest}");
        assert!(WORDS.iter().all(|word| word.len() + 2 <= LONGEST_MENTION));
    }
}
