import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";
import { RegionEU } from "customerio-node";

export const one = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY!, region: RegionEU });
//                                                                              ^^^^^^ warning[ignored-agent-option]: the option `region` has no effect
export const two = AnalyticsBrowser.load({ writeKey: "key", host: "https://cdp-eu.customer.io" });
//                                                          ^^^^ warning[ignored-agent-option]: the option `host` has no effect
export const three = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY!, host: "https://cdp-eu.customer.io" });
export const four = AnalyticsBrowser.load({ writeKey: "key", cdnURL: "https://cdp-eu.customer.io" });
