//! Arguments that the commands about the account share: addresses, keys, and how long to wait.

use super::pull::clients::WantedAccount;
use super::pull::variables;
use crate::account::{AppKey, Client, Patience, RequestFailure, base_of};
use crate::sdk::{PathRoot, Region};
use crate::text::some_of;
use std::path::PathBuf;
use std::time::Duration;

/// The part of an address that stands for the region.
const REGION: &str = "{region}";
/// The number of variables that an error names.
const MOST_NAMED: usize = 5;

/// The argument that names the variable with the key.
#[derive(Debug, clap::Args)]
pub struct KeyArgs {
    /// Environment variable that holds the App API key; by default the one that the project's clients read
    #[arg(long, value_name = "NAME")]
    pub app_key_env: Option<String>,
}

/// Arguments that the commands about the account share. Each takes all of them, and some need not every one.
#[derive(Debug, clap::Args)]
pub struct AccountArgs {
    /// Read the environment variables that are not set from this file
    #[arg(long, value_name = "FILE")]
    pub env_file: Option<PathBuf>,
    /// Base URL of the App API, instead of the region's; {region} in it becomes us or eu
    #[arg(long, value_name = "URL")]
    pub app_url: Option<String>,
    /// Base URL of the Track API, instead of the region's; {region} in it becomes us or eu
    #[arg(long, value_name = "URL")]
    pub track_url: Option<String>,
    /// URL of the status page
    #[arg(long, value_name = "URL", default_value = "https://status.customer.io")]
    pub status_url: String,
    /// Timeout of each request
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout: u64,
    /// Use this settings file instead of searching for customerio.json
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// The addresses of an API, one for each region.
#[derive(Clone, Debug)]
pub struct ApiUrls {
    root: PathRoot,
    given: Option<String>,
}

impl ApiUrls {
    /// The addresses of an API, as an option gives them.
    ///
    /// # Errors
    /// When the address cannot be one that keys are sent to.
    fn of(root: PathRoot, option: &str, given: Option<&str>) -> Result<Self, String> {
        let check = |region: Region| given.map(|given| base_of(&given.replace(REGION, region.word()))).transpose();
        for region in [Region::Us, Region::Eu] {
            check(region).map_err(|what| format!("{option} {what}"))?;
        }
        Ok(Self { root, given: given.map(|given| given.trim_end_matches('/').to_owned()) })
    }

    /// The address for a region.
    pub fn at(&self, region: Region) -> String {
        match &self.given {
            Some(given) => given.replace(REGION, region.word()),
            None => format!("https://{}{}", self.root.host(region), self.root.prefix()),
        }
    }

    /// Asks in a region, and in the other one when the first refuses the key and has another address. Returns the region
    /// that answered, where the client is afterwards.
    ///
    /// # Errors
    /// When neither answers: the failure of the first.
    pub fn in_either_region<T>(
        &self,
        client: &mut Client,
        first: Region,
        mut ask: impl FnMut(&mut Client) -> Result<T, RequestFailure>,
    ) -> Result<(T, Region), RequestFailure> {
        client.go_to(self.at(first));
        match ask(client) {
            Err(failure) if failure.is_refused_key() && self.know_regions() => {
                client.go_to(self.at(first.other()));
                ask(client).map(|answer| (answer, first.other())).map_err(|_| failure)
            }
            asked => asked.map(|answer| (answer, first)),
        }
    }

    /// Returns whether the regions have addresses of their own.
    pub fn know_regions(&self) -> bool {
        self.given.as_ref().is_none_or(|given| given.contains(REGION))
    }
}

impl AccountArgs {
    /// The addresses of the App API.
    ///
    /// # Errors
    /// When the given one cannot be one that keys are sent to.
    pub fn app_urls(&self) -> Result<ApiUrls, String> {
        ApiUrls::of(PathRoot::App, "--app-url", self.app_url.as_deref())
    }

    /// The addresses of the Track API.
    ///
    /// # Errors
    /// When the given one cannot be one that keys are sent to.
    pub fn track_urls(&self) -> Result<ApiUrls, String> {
        ApiUrls::of(PathRoot::Track, "--track-url", self.track_url.as_deref())
    }

    /// How long to wait, and how often to try.
    pub fn patience(&self) -> Patience {
        Patience { timeout: Duration::from_secs(self.timeout), ..Patience::default() }
    }

    /// The App API key, out of the environment or the file that is named.
    ///
    /// # Errors
    /// When there is none, or several, or it is something else.
    pub fn key(&self, named: &KeyArgs, wanted: &WantedAccount) -> Result<AppKey, String> {
        let names: Vec<String> = match &named.app_key_env {
            Some(name) => vec![name.clone()],
            None => wanted.app_keys.iter().cloned().collect(),
        };
        let mut set = variables::read(&names, self.env_file.as_deref())?;
        set.dedup_by(|a, b| a.value == b.value);
        match set.len() {
            0 if names.is_empty() => {
                Err("no client in the project reads an App API key from the environment; pass --app-key-env NAME"
                    .to_owned())
            }
            0 => Err(match names.as_slice() {
                [name] => {
                    format!("the App API key is missing: {name} is not set; set it, or pass --env-file FILE")
                }
                names => format!(
                    "the App API key is missing: none of {} is set; set one, or pass --env-file FILE",
                    some_of(names, MOST_NAMED)
                ),
            }),
            1 => {
                let variable = set.remove(0);
                AppKey::of(variable.value).map_err(|what| format!("{} {what}", variable.name))
            }
            _ => {
                let names: Vec<String> = set.into_iter().map(|variable| variable.name).collect();
                Err(format!("{} hold different keys; pass --app-key-env NAME", some_of(&names, MOST_NAMED)))
            }
        }
    }
}
