import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";
import { PipelinesClient } from "customerio-node";
import { CustomerIO } from "customerio-reactnative";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
const server = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
const browser = AnalyticsBrowser.load({ writeKey: "key" });

export async function invited(userId: string, friend: { email: string }) {
  await cdp.track({ userId, event: `invited_${friend.email}` });
  //                               ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
  server.track({ userId, event: `invited_${friend.email}` });
  //                            ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
  browser.track(`invited_${friend.email}`);
  //            ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
  CustomerIO.track(`invited_${friend.email}`);
  //               ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
  window._cio.track(`invited_${friend.email}`);
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
}
