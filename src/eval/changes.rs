//! The possible changes to an object, as an answer.

use smol_str::SmolStr;

/// The possible changes to an object since its literal.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// There may be more entries than are seen.
    pub more: bool,
    /// Any entry may be another one by now.
    pub all: bool,
    /// The entries with these keys may be others by now.
    pub keys: Vec<SmolStr>,
}

impl Changes {
    /// Adds the changes to the object where something else stands for it; to the object under `key` of it, where one is
    /// given.
    pub fn take_in(&mut self, other: &Self, key: Option<&SmolStr>) {
        match key {
            None => {
                self.more |= other.more;
                self.all |= other.all;
                self.keys.extend(other.keys.iter().cloned());
            }
            Some(key) if other.more || other.all || !other.keys.is_empty() => self.keys.push(key.clone()),
            Some(_) => {}
        }
    }

    /// Records that anything may have been put in the place of anything.
    pub fn other(&mut self, key: Option<&SmolStr>) {
        self.take_in(&Self { all: true, more: true, keys: Vec::new() }, key);
    }

    /// Records that more may have been put into it.
    pub fn grown(&mut self, key: Option<&SmolStr>) {
        self.take_in(&Self { more: true, ..Self::default() }, key);
    }
}
