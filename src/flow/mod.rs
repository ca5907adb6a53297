//! Control flow: the fate of promises and of their failures, and the order in which code runs.

pub mod load;
pub mod promise;
