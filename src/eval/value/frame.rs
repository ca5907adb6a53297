//! Calls under evaluation.

use super::Value;
use crate::eval::units::UnitId;
use crate::facts::FunctionId;
use std::rc::Rc;

/// The values of the parameters of a function under evaluation.
pub type Frame = Option<Rc<Activation>>;

/// The number of a call under evaluation.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallId(pub u64);

impl std::fmt::Debug for CallId {
    /// It says nothing that the call does not say.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("_")
    }
}

/// A call under evaluation.
#[derive(Debug)]
pub struct Activation {
    /// A number that stands for all of it: calls with the same number have the same values.
    pub id: CallId,
    /// The function.
    pub unit: UnitId,
    /// The function.
    pub function: FunctionId,
    /// The object it was called on.
    pub this: Option<Value>,
    /// The arguments up to the first spread; `None` where calls are not distinguished.
    pub arguments: Vec<Option<Value>>,
    /// True when all arguments are known by their places.
    pub closed: bool,
    /// The calls around the function where it is written.
    pub outer: Frame,
    /// The call that it is called in.
    pub caller: Frame,
    /// The number of calls around it.
    pub depth: u32,
    /// The number of ways in which the functions around may have led to it.
    pub ways: u32,
    /// The reason why it stands for several calls, where it does.
    pub merged: Option<Merged>,
    /// The arguments of which more is known than is followed: one bit for each, the last one for all that follow.
    pub lost: u64,
}

/// The reason why calls are not distinguished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merged {
    /// The function calls itself.
    Again,
    /// There would be too many.
    Cut,
}
