//! What rules about imports share.

/// The braces of an import that brings in `TrackClient` under a name.
pub fn track_client_as(local: &str) -> String {
    match local {
        "TrackClient" => "{ TrackClient }".to_owned(),
        _ => format!("{{ TrackClient as {local} }}"),
    }
}
