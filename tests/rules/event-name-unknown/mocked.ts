//@ customerio.json = { "account": { "events": ["signed_up"] } }
// What tests send is made up.
import { TrackClient } from "customerio-node";

jest.mock("customerio-node");
const cio = new TrackClient("site", "key");
await cio.track("42", { name: "some_event" });
