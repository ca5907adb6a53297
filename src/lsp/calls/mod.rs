//! Who calls the functions of the project that end in the SDK.
//!
//! | module | purpose |
//! |---|---|
//! | [`sites`] | the calls of a project that end in the SDK, and what they say of functions, methods and clients |
//! | [`code_lens`] | `textDocument/codeLens`: callers and events above functions, calls above clients |
//! | [`hierarchy`] | `textDocument/prepareCallHierarchy` and its calls |

pub mod code_lens;
pub mod hierarchy;
mod sites;
