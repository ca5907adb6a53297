//! The arguments of calls: what each one is, its form, its fields, and the parts of the names that are composed in it.

pub(super) mod argument;
pub(super) mod composed;
pub(super) mod datum;
pub(super) mod entries;
pub(super) mod form;
pub(super) mod given;
pub(super) mod not_a_number;
pub(super) mod null_checks;
pub(super) mod questions;
pub(super) mod walked;
