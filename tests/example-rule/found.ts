import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const name = "test_signed_up";

await cio.track("42", { name });
//                      ^^^^ warning[test-event]: `test_signed_up` is a test
