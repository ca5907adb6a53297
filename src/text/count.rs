//! Numbers of things in a sentence.

/// Returns a number of things: `1 file`, `2 files`.
pub fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}
