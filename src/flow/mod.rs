//! Control flow: what becomes of promises and of their failures, and what runs when.

pub mod load;
pub mod promise;
