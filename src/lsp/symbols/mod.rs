//! Names as symbols: an event, an attribute, a message, … is written in strings of many files and means one thing at
//! Customer.io.
//!
//! | module | purpose |
//! |---|---|
//! | [`in_sight`] | the names that a request may ask about: those of the document and of the files beside it |
//! | [`spots`] | the places that a name is written at, and those that send it |
//! | [`highlight`], [`references`], [`definition`], [`rename`] | the requests about one name |
//! | [`workspace_symbols`], [`outline`] | the names of all projects, and of one document |
//! | [`account`] | the entries of the settings files |
//! | [`pulled`] | the words of a pulled account about a name |
//! | [`describe`], [`spelling`] | names in words, and as code writes them |

mod account;
pub mod definition;
pub mod describe;
pub mod highlight;
pub mod in_sight;
pub mod outline;
pub mod pulled;
pub mod references;
pub mod rename;
pub mod spelling;
pub mod spots;
pub mod workspace_symbols;
