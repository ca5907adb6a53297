//! The identity of a finding that survives changes of the code around it.

use rustc_hash::FxHashMap;

/// By its fingerprint a finding is known again in the next run. It stays the same when the code moves or is
/// reformatted, and is unique in a report.
#[derive(Default)]
pub(super) struct Fingerprints {
    /// The number of times each was asked for.
    met: FxHashMap<u128, u32>,
}

impl Fingerprints {
    /// The fingerprint for a rule, a file, and the code that the finding marks, without credentials: a hash of a key
    /// can be guessed at.
    pub fn next(&mut self, [rule, path, code]: [&str; 3]) -> String {
        let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
        let hash = fnv1a([rule, path, &code].join("\0").as_bytes());
        let met = self.met.entry(hash).or_default();
        *met += 1;
        // The same code twice in a file: the first stays the first.
        let hash = if *met == 1 { hash } else { fnv1a(format!("{hash:x}\0{met}").as_bytes()) };
        format!("{hash:032x}")
    }
}

/// FNV-1a with 128 bits. Unlike the hashes of maps it is the same in every version of every library.
fn fnv1a(bytes: &[u8]) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.iter().fold(BASIS, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::{Fingerprints, fnv1a};

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a(b""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(fnv1a(b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }

    #[test]
    fn fingerprints_know_code_again_and_never_repeat() {
        let of = |codes: &[&str]| {
            let mut fingerprints = Fingerprints::default();
            codes.iter().map(|code| fingerprints.next(["rule", "a.ts", code])).collect::<Vec<_>>()
        };
        assert_eq!(of(&["f( a,\r\n\tb)"]), of(&["f( a, b)"]), "layout does not count");
        let twice = of(&["f()", "f()", "g()"]);
        assert!(twice[0] != twice[1] && twice[0] != twice[2] && twice[1] != twice[2]);
        assert_eq!(of(&["g()", "f()", "f()"])[1..], twice[..2], "nor does what stands before");
    }
}
