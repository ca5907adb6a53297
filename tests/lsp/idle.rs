//! A file without the SDK costs its text, and nothing else.

use super::support::{Client, Finder, capabilities, marks, patient, range, text};
use customerio_ls::testing::engine::Look;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

#[tokio::test]
async fn it_is_neither_analysed_nor_spoken_of() {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let engine = Finder(move |look: &Look<'_>| {
        counted.fetch_add(1, Ordering::SeqCst);
        marks(&text(look))
    });
    let mut client = Client::start(patient(engine), capabilities()).await;
    client.open("file:///other.ts", 1, "customer.io(BAD)").await;
    for version in 2..50 {
        client.change("file:///other.ts", version, &[(Some(range(0, 0, 0)), "BAD customeri ")]).await;
    }
    let actions = client.actions("file:///other.ts", range(0, 0, 99), serde_json::json!({})).await;
    assert!(actions.is_empty(), "{actions:?}");
    assert_eq!(count.load(Ordering::SeqCst), 0);
    client.close("file:///other.ts").await;
    client.open("file:///ours.ts", 1, "customerio BAD").await;
    client.pushed("file:///ours.ts").await;
    assert!(client.leftovers().is_empty());
    assert_eq!(count.load(Ordering::SeqCst), 1);
}
