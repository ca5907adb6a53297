import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";
import { PipelinesClient } from "customerio-node";
import { CustomerIO } from "customerio-reactnative";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
const server = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
const [browser] = await AnalyticsBrowser.load({ writeKey: "key" });

export async function bought(userId: string, orderId: string) {
  await cdp.track({ userId, event: `bought_${orderId}` });
  //                               ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: event name contains `orderId`
  server.track({ userId, event: `bought_${orderId}` });
  //                            ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: event name contains `orderId`
  browser.track(`bought_${orderId}`, { orderId });
  //            ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: event name contains `orderId`
  window._cio.track(`bought_${orderId}`, { orderId });
  //                ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: event name contains `orderId`
  CustomerIO.track(`bought_${orderId}`, { orderId });
  //               ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: event name contains `orderId`
}
