//! Things side by side that belong to the same place, in two lists instead of one for each place.

/// See the module.
#[derive(Debug)]
pub struct Csr<T> {
    /// The beginnings of the things of each place; one more at the end.
    starts: Vec<u32>,
    things: Vec<T>,
}

impl<T> Default for Csr<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), things: Vec::new() }
    }
}

impl<T: Copy> Csr<T> {
    /// By counting: `things`, each with its place below `places`. Those of one place keep their order.
    pub fn new(places: usize, things: &[(u32, T)]) -> Self {
        let mut starts = vec![0u32; places + 1];
        for (place, _) in things {
            starts[*place as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let Some((_, any)) = things.first() else { return Self { starts, things: Vec::new() } };
        let mut next = starts.clone();
        let mut sorted = vec![*any; things.len()];
        for (place, thing) in things {
            let next = &mut next[*place as usize];
            sorted[*next as usize] = *thing;
            *next += 1;
        }
        Self { starts, things: sorted }
    }

    /// The things of a place.
    pub fn at(&self, place: usize) -> &[T] {
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(start), Some(end)) => &self.things[*start as usize..*end as usize],
            // A place that came after the shelf.
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_at_its_place() {
        let things = [(2, 'a'), (0, 'b'), (2, 'c')];
        let shelf = Csr::new(4, &things);
        let all: Vec<&[char]> = (0..6).map(|place| shelf.at(place)).collect();
        assert_eq!(all, [&['b'][..], &[], &['a', 'c'], &[], &[], &[]]);
        assert_eq!(Csr::<u8>::new(2, &[]).at(1), [0; 0]);
        assert_eq!(Csr::<u8>::default().at(0), [0; 0]);
    }
}
