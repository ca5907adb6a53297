import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "signed_up" });
await cio.track("42", { name: "latest_test_passed" });
