import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";
import { PipelinesClient } from "customerio-node";
import { CustomerIO } from "customerio-reactnative";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
const server = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
const browser = AnalyticsBrowser.load({ writeKey: "key" });

export async function signedUp(userId: string, password: string, plan: string) {
  await cdp.identify({ userId, traits: { plan } });
  server.identify({ userId, traits: { plan } });
  browser.identify(userId, { plan });
  browser.identify({ plan });
  browser.track("Signed Up", { });
  CustomerIO.identify({ userId, traits: { } });
  CustomerIO.identify(userId, { });
  CustomerIO.setProfileAttributes({ });
  window._cio.identify({ id: userId });
  browser.identify(userId, { plan }, { password });
}
