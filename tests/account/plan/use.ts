import { SendEmailRequest, TrackClient } from "customerio-node";
import { type PersonAttributes, message, trackEvent } from "./expected/types";

declare const cio: TrackClient;

const sent: Promise<unknown> = trackEvent(cio, "1", "signed_up", { source: "x" });
trackEvent(cio, 1, "SignedUp");
const nested = { items: [{ sku: "a" }], total: 2 };
new SendEmailRequest({ ...message("welcome", { plan: "free", nested }), to: "a@b.example", identifiers: { id: "1" } });
const attributes: PersonAttributes = { email: "x" };
cio.identify("1", attributes);
// @ts-expect-error: `source` is missing
trackEvent(cio, "1", "signed_up", {});
// @ts-expect-error: the event has data
trackEvent(cio, "1", "signed_up");
// @ts-expect-error: there is no such event
trackEvent(cio, "1", "signed_upp");
// @ts-expect-error: the event has no data
trackEvent(cio, "1", "SignedUp", { a: 1 });
// @ts-expect-error: `plan` is missing
message("welcome", { nested });
export { sent };
