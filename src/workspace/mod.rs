//! Files on disk: walking a tree, reading one file, and the installed version of `customerio-node`.

mod fresh;
mod npm_range;
mod read;
mod sdk_version;
mod walk;

pub use fresh::FreshCache;
pub use npm_range::lowest_version;
pub use read::{MAX_FILE_BYTES, ReadError, in_node_modules, read_any, read_bytes, read_source, source_text, utf8};
pub use sdk_version::SdkVersions;
pub use walk::{Entry, WalkError, walk};
