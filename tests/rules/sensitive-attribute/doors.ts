import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";
import { PipelinesClient } from "customerio-node";
import { CustomerIO } from "customerio-reactnative";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
const server = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
const browser = AnalyticsBrowser.load({ writeKey: "key" });

export async function signedUp(userId: string, password: string, plan: string) {
  await cdp.identify({ userId, traits: { password, plan } });
  //                                     ^^^^^^^^ warning[sensitive-attribute]
  server.identify({ userId, traits: { password, plan } });
  //                                  ^^^^^^^^ warning[sensitive-attribute]
  browser.identify(userId, { password, plan });
  //                         ^^^^^^^^ warning[sensitive-attribute]
  browser.identify({ password, plan });
  //                 ^^^^^^^^ warning[sensitive-attribute]
  browser.track("Signed Up", { password });
  //                           ^^^^^^^^ warning[sensitive-attribute]
  CustomerIO.identify({ userId, traits: { password } });
  //                                      ^^^^^^^^ warning[sensitive-attribute]
  CustomerIO.identify(userId, { password });
  //                            ^^^^^^^^ warning[sensitive-attribute]
  CustomerIO.setProfileAttributes({ password });
  //                                ^^^^^^^^ warning[sensitive-attribute]
  window._cio.identify({ id: userId, password });
  //                                 ^^^^^^^^ warning[sensitive-attribute]
  browser.identify(userId, { plan }, { password });
}
