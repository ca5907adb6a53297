//! Shared parts of the rules about imports.

/// The named imports of an import statement that brings in `TrackClient` under a name.
pub fn track_client_as(local: &str) -> String {
    match local {
        "TrackClient" => "{ TrackClient }".to_owned(),
        _ => format!("{{ TrackClient as {local} }}"),
    }
}
