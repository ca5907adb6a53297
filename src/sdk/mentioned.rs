//! Whether a text has to do with Customer.io at all, asked of the bytes of every file before anything else.

use memchr::memmem::Finder;
use std::sync::LazyLock;

/// No mention takes more bytes, with what stands before it.
pub const LONGEST_MENTION: usize = 32;

/// What both the SDK's name (`customerio-node`) and the domain (`customer.io`) begin with: one search for the two.
static BEGINNING: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("customer"));
/// What stands before the domain in the hosts of the APIs (`track.`, `beta-api-eu.`), and in the specifier of a module. The
/// links and addresses that comments are full of have other things there.
const BEFORE_DOMAIN: [&[u8]; 8] = [b"track.", b"api.", b"cdp.", b"fly.", b"-eu.", b"\"", b"'", b"`"];

/// Whether a text names the SDK, or may, or a host of the APIs. Finds too many, never too few: what it says no to is not
/// parsed.
pub fn is_mentioned(text: &[u8]) -> bool {
    BEGINNING.find_iter(text).any(|at| match &text[at + BEGINNING.needle().len()..] {
        [b'i', b'o', ..] => true,
        [b'.', b'i', b'o', ..] => BEFORE_DOMAIN.iter().any(|it| text[..at].ends_with(it)),
        _ => false,
    })
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
        ] {
            assert!(is_mentioned(text.as_bytes()), "{text}");
        }
        for text in
            ["", "customer", "customeri o", "https://docs.customer.io", "hello@customer.io", "customer.io is fine"]
        {
            assert!(!is_mentioned(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn every_host_of_an_api() {
        let roots = crate::sdk::Root::ALL.into_iter().flat_map(|root| [root.host(Region::Us), root.host(Region::Eu)]);
        for host in roots.chain(OLD_HOSTS.iter().map(|(host, _)| *host)) {
            assert!(is_mentioned(host.as_bytes()), "{host}");
        }
    }

    #[test]
    fn no_mention_is_longer() {
        let longest = BEFORE_DOMAIN.iter().map(|before| before.len() + "customer.io".len()).max().unwrap();
        assert!(longest <= LONGEST_MENTION && "customerio".len() <= LONGEST_MENTION, "{longest}");
    }
}
