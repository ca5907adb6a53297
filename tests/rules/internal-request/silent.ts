import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const a = (id: string) => cio.track(id, { name: "signed_up" });
export const b = (client: { request: { post(url: string): void } }) => client.request.post("/x");
export const c = () => typeof cio.request;
