import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";

export const one = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
export const two = AnalyticsBrowser.load({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
export const three = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
export const four = AnalyticsBrowser.load({ writeKey: "0123456789abcdef0123" });
export const five = new Analytics({ writeKey: process.env.CUSTOMER_IO_API_KEY! });
