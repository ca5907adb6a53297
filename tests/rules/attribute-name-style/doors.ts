import { PipelinesClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export const changed = (id: string, planName: string, firstName: string) =>
  cio.identify(id, { plan_name: planName, first_name: firstName });
export const changedAgain = (id: string, planName: string) => cio.identify(id, { plan_name: planName });
export const changedToo = (userId: string, planName: string) =>
  cdp.identify({ userId, traits: { planName } });
  //                               ^^^^^^^^ info[attribute-name-style]: attribute `planName` is spelled `plan_name` elsewhere
//- /src/browser.ts
import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });
export const changed = (id: string, PlanName: string, firstName: string) =>
  analytics.identify(id, { PlanName, firstName });
  //                       ^^^^^^^^ info[attribute-name-style]: attribute `PlanName` is spelled `plan_name` elsewhere
//- /src/worker.ts
import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
export const changed = (userId: string, Plan_name: string) =>
  analytics.identify({ userId, traits: { Plan_name } });
  //                                     ^^^^^^^^^ info[attribute-name-style]: attribute `Plan_name` is spelled `plan_name` elsewhere
//- /src/app.tsx
import { CustomerIO } from "customerio-reactnative";

export const changed = (Plan_Name: string) => CustomerIO.setProfileAttributes({ Plan_Name });
//                                                                              ^^^^^^^^^ info[attribute-name-style]: attribute `Plan_Name` is spelled `plan_name` elsewhere
//- /src/page.js
export const changed = (id, planname) => window._cio.identify({ id, planname });
//                                                                  ^^^^^^^^ info[attribute-name-style]: attribute `planname` is spelled `plan_name` elsewhere
