import got from "got";

// Of someone else, and rejecting by itself.
await fetch("https://example.com/v1/track", { method: "POST" });
await got.post("https://cdp.customer.io/v1/track", { json: { event: "seen", userId: "1" } });
