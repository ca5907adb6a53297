//! The installed SDK version.
