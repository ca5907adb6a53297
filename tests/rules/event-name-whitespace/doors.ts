import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";
import { PipelinesClient } from "customerio-node";
import { CustomerIO } from "customerio-reactnative";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
const server = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
const browser = AnalyticsBrowser.load({ writeKey: "key" });

export async function bought(userId: string) {
  await cdp.track({ userId, event: "bought " });
  //                               ^^^^^^^^^ warning[event-name-whitespace]
  server.track({ userId, event: "bought " });
  //                            ^^^^^^^^^ warning[event-name-whitespace]
  window._cio.track("bought ");
  //                ^^^^^^^^^ warning[event-name-whitespace]
  browser.track("bought ");
  //            ^^^^^^^^^ warning[event-name-whitespace]
  CustomerIO.track("bought ");
  //               ^^^^^^^^^ warning[event-name-whitespace]
}
