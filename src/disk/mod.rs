//! Files on disk: walking a tree, reading one file, the variables of `.env*` files, and the installed version of
//! `customerio-node`.

#[cfg(test)]
pub(crate) mod broken;
mod env_files;
mod file_cache;
mod ignored;
pub mod json;
mod parallel;
mod read;
mod regular_file;
mod root;
mod sdk_version;
mod spelling;
mod trouble;
mod walk;

pub use crate::sdk::lowest_version;
pub use env_files::{EnvFiles, Environment, dotenv_values, env_files_of};
pub use file_cache::{FreshCache, Stamp};
pub use parallel::{available, in_parallel};
pub use read::{MAX_FILE_BYTES, ReadError, in_node_modules, read_any, read_bytes, read_source, source_text, utf8};
pub use regular_file::{read_named, read_named_text};
pub use root::{Landmarks, root_of};
pub use sdk_version::{SdkVersion, SdkVersions, VERSION_FILES, VersionSource};
pub use spelling::as_spelled;
pub use trouble::{
    Stage, Trouble, TroubleKind, caught, crashed, forget_troubles, note, on_trouble, report_panics_by_place,
    take_troubles,
};
pub use walk::{WalkError, WalkErrorKind, WalkedFile, find_odd, folders_of_walk, folders_to_walk, walk, walk_among};
