//! Waiting until a project has nothing left to do, without asking it.

use super::{Client, Folder};

const SOURCE: &str = "import type {} from 'customerio-node';\nexport const at = () => Math.floor(Date.now() / 1000);\n";

/// Files that an edit goes through from one end to the other. What a project had to do before is done then, for it does
/// one thing after the other.
pub const BARRIER: [(&str, &str); 2] = [
    ("barrier/source.ts", SOURCE),
    (
        "barrier/user.ts",
        "import { TrackClient, RegionUS } from 'customerio-node';
import { at } from './source';
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
export const greet = (id: string) => cio.identify(id, { created_at: at() });
",
    ),
];

/// The files, of which the first is open.
pub struct Barrier {
    source: String,
    user: String,
    version: i32,
}

impl Barrier {
    /// Of a folder with the files of [`BARRIER`].
    pub async fn new(client: &mut Client, folder: &Folder) -> Self {
        let barrier = Self { source: folder.uri(BARRIER[0].0), user: folder.uri(BARRIER[1].0), version: 0 };
        client.open(&barrier.source, 0, SOURCE).await;
        barrier
    }

    /// Waits until all is done that was begun before, edits of the documents `open` included.
    pub async fn pass(&mut self, client: &mut Client, open: &[&str]) {
        for uri in open {
            // Answered when the newest text was looked at; from then on the project knows of it.
            client.actions(uri, super::range(0, 0, 0), serde_json::json!({})).await;
        }
        self.version += 1;
        let bad = self.version % 2 == 1;
        let text = if bad { SOURCE.replace("Math.floor(Date.now() / 1000)", "Date.now()") } else { SOURCE.to_owned() };
        client.change(&self.source, self.version, &[(None, &text)]).await;
        while client.pushed(&self.user).await["diagnostics"].as_array().is_none_or(|found| found.is_empty() == bad) {}
    }
}
