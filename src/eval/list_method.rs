//! JavaScript's methods of arrays, by their names: what they give back, and what they call their first argument with.
//! Sets and maps share `forEach` with them, and the helpers of iterators share most of the rest.

/// A method of arrays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListMethod {
    /// The kind of its result.
    pub gives: Gives,
    /// The arguments of the function that it is given to call.
    pub hands: Hands,
}

/// The result of a method of arrays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// A list of some or all of the elements.
    Elements,
    /// A list of elements, and of what the method is given.
    MoreElements,
    /// One of the elements, or nothing.
    Element,
    /// A list of what the callback gives.
    Results,
    /// A list of what is in the lists that the callback gives.
    InnerResults,
    /// The last result of the callback.
    LastResult,
    /// A list of what is in the lists that are the elements.
    Inner,
    /// Anything else.
    Other,
}

/// The arguments of the function that a method of arrays calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// It calls nothing.
    Nothing,
    /// Each element.
    Element,
    /// The result so far, and each element.
    SoFar,
    /// Two elements, to compare them.
    Two,
}

impl Hands {
    /// The argument of the callback that is an element.
    pub fn element_at(self, index: u32) -> bool {
        match self {
            Self::Nothing => false,
            Self::Element => index == 0,
            Self::SoFar => index == 1,
            Self::Two => index < 2,
        }
    }
}

impl ListMethod {
    /// The method with a name.
    pub fn of(name: &str) -> Option<Self> {
        let (gives, hands) = match name {
            "copyWithin" | "fill" | "reverse" | "slice" | "splice" | "toReversed" => (Gives::Elements, Hands::Nothing),
            "concat" | "toSpliced" | "with" => (Gives::MoreElements, Hands::Nothing),
            "filter" => (Gives::Elements, Hands::Element),
            "sort" | "toSorted" => (Gives::Elements, Hands::Two),
            "at" | "pop" | "shift" => (Gives::Element, Hands::Nothing),
            "find" | "findLast" => (Gives::Element, Hands::Element),
            "map" => (Gives::Results, Hands::Element),
            "flatMap" => (Gives::InnerResults, Hands::Element),
            "reduce" | "reduceRight" => (Gives::LastResult, Hands::SoFar),
            "flat" => (Gives::Inner, Hands::Nothing),
            "every" | "findIndex" | "findLastIndex" | "forEach" | "some" => (Gives::Other, Hands::Element),
            _ => return None,
        };
        Some(Self { gives, hands })
    }

    /// Returns whether a method gives a list of what its callback gives: `map`, `flatMap`.
    pub fn maps(name: &str) -> bool {
        Self::of(name).is_some_and(|it| matches!(it.gives, Gives::Results | Gives::InnerResults))
    }

    /// Returns whether a method gives a list of the same elements and of no others.
    pub fn keeps(name: &str) -> bool {
        Self::of(name).is_some_and(|it| it.gives == Gives::Elements) && !matches!(name, "fill")
    }

    /// Returns whether a method gives one of the elements, or nothing.
    pub fn picks(name: &str) -> bool {
        Self::of(name).is_some_and(|it| it.gives == Gives::Element)
    }

    /// Returns whether a method gives an array.
    pub fn gives_list(name: &str) -> bool {
        Self::of(name).is_some_and(|it| !matches!(it.gives, Gives::Element | Gives::LastResult | Gives::Other))
    }

    /// Returns whether a method calls its first argument with each element, and with nothing before it.
    pub fn hands_each(name: &str) -> bool {
        Self::of(name).is_some_and(|it| it.hands == Hands::Element)
    }

    /// Returns whether a method calls its first argument once for each element: not `sort`, which may call it for none.
    pub fn goes_through(name: &str) -> bool {
        Self::of(name).is_some_and(|it| matches!(it.hands, Hands::Element | Hands::SoFar))
    }

    /// Returns whether a method calls its first argument for all elements: not `find`, which ends with the first.
    pub fn for_all(name: &str) -> bool {
        let ends = matches!(name, "every" | "find" | "findIndex" | "findLast" | "findLastIndex" | "some");
        Self::goes_through(name) && !ends
    }

    /// Returns whether a method calls its first argument.
    pub fn calls(name: &str) -> bool {
        Self::of(name).is_some_and(|it| it.hands != Hands::Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hands, ListMethod};

    #[test]
    fn methods_of_lists_by_what_they_do() {
        let all = "at concat copyWithin every fill filter find findIndex findLast findLastIndex flat flatMap forEach map \
                   pop reduce reduceRight reverse shift slice some sort splice toReversed toSorted toSpliced with";
        let that = |is: &dyn Fn(&str) -> bool| all.split(' ').filter(|name| is(name)).collect::<Vec<_>>().join(" ");
        assert_eq!(that(&ListMethod::maps), "flatMap map");
        assert_eq!(that(&ListMethod::picks), "at find findLast pop shift");
        assert_eq!(that(&ListMethod::keeps), "copyWithin filter reverse slice sort splice toReversed toSorted");
        assert_eq!(
            that(&ListMethod::hands_each),
            "every filter find findIndex findLast findLastIndex flatMap forEach map some"
        );
        assert_eq!(
            that(&|name| ListMethod::calls(name) && !ListMethod::hands_each(name)),
            "reduce reduceRight sort toSorted"
        );
        assert_eq!(
            that(&|name| !ListMethod::gives_list(name)),
            "at every find findIndex findLast findLastIndex forEach \
                   pop reduce reduceRight shift some"
        );
        assert!(ListMethod::of("push").is_none());
        assert!(Hands::SoFar.element_at(1) && !Hands::SoFar.element_at(0));
    }
}
