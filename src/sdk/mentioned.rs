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

/// The prefix of environment variables (`CUSTOMERIO_WEBHOOK_SECRET`).
const PREFIX: &str = "CUSTOMERIO_";
/// Those, and the middle of all else: of the prefix `CIO_`, of the names of headers (`X-CIO-Signature`), of the globals
/// of the snippets, and of the names that clients go by where a framework hands them over (`app.locals.cio`). Few, and
/// with few letters needed to tell them apart: more of them, or longer ones, are searched for at half the speed.
const NEEDLES: [&str; 5] = [BEGINNING, PREFIX, "cio", "CIO", "Cio"];
/// All in one pass; `None` on processors without the instructions.
static ALL_NEEDLES: LazyLock<Option<Searcher>> = LazyLock::new(|| Config::new().builder().extend(NEEDLES).build());
static EACH_NEEDLE: LazyLock<[Finder<'static>; NEEDLES.len()]> = LazyLock::new(|| NEEDLES.map(Finder::new));
/// The end that the globals that snippets make have in common, `_cio` and `cioanalytics`.
static OF_GLOBALS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("cio"));
/// The text after `cio` in one of these globals.
const GLOBAL_GOES_ON: &[u8] = b"analytics";

/// Returns whether a text names an SDK, or may, a host of the APIs, or the global of a snippet. Finds too many, never too
/// few.
pub fn names_sdk(text: &[u8]) -> bool {
    let is_name = |at: usize| !matches!(text.get(at + BEGINNING.len()), Some(b'I' | b'_')) && is_of_sdk(text, at);
    let is_global = |at: usize| is_global(&text[..at], &text[at + 3..]);
    OF_SDK.find_iter(text).any(is_name) || OF_GLOBALS.find_iter(text).any(is_global)
}

/// Returns whether a text has to do with Customer.io: it names the SDK, a host, an environment variable that is called
/// after it, or a header of its webhooks. A rejected text is not parsed.
pub fn is_mentioned(text: &[u8]) -> bool {
    match &*ALL_NEEDLES {
        Some(needles) => needles.find_iter(text).any(|it| is_mention(text, it.pattern().as_usize(), it.start())),
        None => {
            let mut needles = EACH_NEEDLE.iter().enumerate();
            needles.any(|(needle, finder)| finder.find_iter(text).any(|at| is_mention(text, needle, at)))
        }
    }
}

/// Returns whether the needle at a place of a text is part of a mention.
fn is_mention(text: &[u8], needle: usize, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + NEEDLES[needle].len()..]);
    match NEEDLES[needle] {
        BEGINNING => is_of_sdk(text, at),
        PREFIX => is_prefix(before, after),
        _ if matches!(before, [.., b'x' | b'X', b'-']) && after.starts_with(b"-") => true,
        "CIO" => after.strip_prefix(b"_").is_some_and(|after| is_prefix(before, after)),
        "cio" => is_global(before, after) || is_client(before, after),
        _ => false,
    }
}

/// Returns whether [`BEGINNING`] at a place goes on as the SDK, a host, or a name of a client.
fn is_of_sdk(text: &[u8], at: usize) -> bool {
    match &text[at + BEGINNING.len()..] {
        [b'i' | b'I', b'o' | b'O', ..] | [b'_', b'i', b'o', ..] => true,
        [b'.', b'i', b'o', ..] => BEFORE_DOMAIN.iter().any(|it| text[..at].ends_with(it)),
        _ => false,
    }
}

/// Returns whether text between these two is the prefix of a variable, and not the end of another word (`NEGOCIO_ID`).
fn is_prefix(before: &[u8], after: &[u8]) -> bool {
    !before.last().is_some_and(u8::is_ascii_alphanumeric) && after.first().is_some_and(u8::is_ascii_uppercase)
}

/// Returns whether `cio` between these two belongs to a global of the snippets: neither a part of another word, nor the
/// prefix of an attribute.
fn is_global(before: &[u8], after: &[u8]) -> bool {
    let is_of_name = |c: &u8| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'$');
    let (before, after) = match (before, after.strip_prefix(GLOBAL_GOES_ON)) {
        (before, Some(after)) => (before, after),
        ([before @ .., b'_'], None) => (before, after),
        _ => return false,
    };
    !before.last().is_some_and(is_of_name) && !after.first().is_some_and(is_of_name)
}

/// Returns whether `cio` between these two is the name of a client, or its beginning: not that of another word, nor of
/// `cio_id`.
fn is_client(before: &[u8], after: &[u8]) -> bool {
    let is_name = |quoted: &[u8]| match quoted.split_last() {
        Some((b'.' | b'$', _)) => true,
        Some((b' ', before)) => is_taken_out(before),
        Some((b'"' | b'\'', before)) => !is_specifier(before),
        _ => false,
    };
    if let Some(after) = after.strip_prefix(GLOBAL_GOES_ON) {
        return matches!(before.last(), Some(b'.' | b'$' | b' ' | b'"' | b'\''))
            && !after.first().is_some_and(u8::is_ascii_alphanumeric);
    }
    let goes_on = |c: &u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'_' | b'-');
    is_name(before) && !after.first().is_some_and(goes_on)
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
        assert!(NEEDLES.iter().all(|needle| needle.len() + GLOBAL_GOES_ON.len() + 2 <= LONGEST_MENTION));
    }
}
