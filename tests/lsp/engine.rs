//! The product's own engine behind the wire.

use super::support::{Client, capabilities, real};
use serde_json::Value;

#[tokio::test]
async fn a_file_that_is_fine_gets_no_findings() {
    let mut client = Client::start(real(), capabilities()).await;
    client.open("file:///a.ts", 1, "import { TrackClient } from 'customerio-node';\n").await;
    client.close("file:///a.ts").await;
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}
