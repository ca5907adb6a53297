//! What the engine knows of one file: one file of cases for each kind of knowledge. Every case is real code in one
//! line; what is not known must come out as nothing.

mod across;
mod bounds;
mod bounds_of_values;
mod broken;
mod calls;
mod clients;
mod cost;
mod errors;
mod fixes;
mod guarded;
mod imports;
mod incremental;
mod limits;
#[path = "../support/memory.rs"]
mod memory;
mod nested;
mod orders;
mod precedence;
mod projects;
mod shapes;
mod support;
mod times;
mod typed;
mod typing;
mod values;
