import { TrackClient } from "customerio-node";
import axios from "axios";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_API_KEY!);
const api = axios.create({ baseURL: "https://track.customer.io/api/v1" });

await cio.track("1", { name: "signed_up" });
await cio.track("2", { name: "signed_up" });
await api.post("/customers/3/events", { name: "signed_up" });
await fetch("https://track.customer.io/api/v2/entity", {
  method: "POST",
  body: JSON.stringify({ type: "person", identifiers: { id: "1" }, action: "event", name: "signed_up" }),
});
// Of someone else.
await fetch("https://api.example.com/customers/3/events", { method: "POST", body: JSON.stringify({ name: "Signed Up" }) });
