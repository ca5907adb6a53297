//! Random projects: the files that are found to reach the SDK are those that a reading of everything finds.
