import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";

export const one = new Analytics({ writeKey: process.env.CUSTOMERIO_APP_API_KEY! });
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: `Analytics` expects the Pipelines write key
export const two = AnalyticsBrowser.load({ writeKey: import.meta.env.VITE_CUSTOMERIO_APP_API_KEY });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: `AnalyticsBrowser` expects the Pipelines write key
export const three = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
export const four = AnalyticsBrowser.load({ writeKey: "0123456789abcdef0123" });
export const five = new Analytics({ writeKey: process.env.CUSTOMER_IO_API_KEY! });
