//! The proxy that the environment names, as requests take it.

use ureq::Proxy;
use ureq::http::Uri;

/// The variables that name a proxy, in the order in which they count.
const VARIABLES: [&str; 6] = ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

/// The proxy that the environment names.
pub struct EnvironmentProxy {
    /// The variable that names it.
    pub variable: &'static str,
    proxy: Proxy,
}

impl EnvironmentProxy {
    /// The proxy, if one is named, and the variables that are skipped before it: their values are not addresses. `value`
    /// is that of a variable of the environment.
    pub fn find(value: impl Fn(&str) -> Option<String>) -> (Option<Self>, Vec<&'static str>) {
        let mut skipped = Vec::new();
        for variable in VARIABLES {
            match value(variable) {
                Some(value) if Proxy::new(&value).is_ok() => {
                    // This one knows NO_PROXY too.
                    return (Proxy::try_from_env().map(|proxy| Self { variable, proxy }), skipped);
                }
                Some(value) if !value.trim().is_empty() => skipped.push(variable),
                _ => {}
            }
        }
        (None, skipped)
    }

    /// Returns whether requests to an address go through it. `NO_PROXY` lists those that do not.
    pub fn serves(&self, address: &str) -> bool {
        address.parse::<Uri>().is_ok_and(|address| !self.proxy.is_no_proxy(&address))
    }
}
