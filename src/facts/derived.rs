//! A place in a unit for something that a room above makes of the unit alone. It lives as long as the unit, and so through
//! all edits that leave the unit as it is.

use std::any::Any;
use std::fmt;
use std::sync::OnceLock;

/// Such a place. It holds one thing, of one type.
#[derive(Default)]
pub struct Derived(OnceLock<Box<dyn Any + Send + Sync>>);

/// Facts that are printed are to be compared, and what is made of them changes nothing.
impl fmt::Debug for Derived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
}

impl Derived {
    /// Returns what is here, made empty on first use.
    ///
    /// # Panics
    ///
    /// Panics where something of another type is here: a mistake in the program, whatever its input is.
    pub(super) fn get<T: Any + Default + Send + Sync>(&self) -> &T {
        self.0.get_or_init(|| Box::<T>::default()).downcast_ref().expect("a unit keeps one type of thing")
    }
}

#[cfg(test)]
mod tests {
    use super::Derived;
    use std::sync::Mutex;

    #[test]
    fn what_is_put_there_stays() {
        let derived = Derived::default();
        derived.get::<Mutex<u32>>().lock().unwrap().clone_from(&7);
        assert_eq!(*derived.get::<Mutex<u32>>().lock().unwrap(), 7);
    }
}
