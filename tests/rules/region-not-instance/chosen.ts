import { RegionEU, RegionUS, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const isEu = process.env.CUSTOMERIO_REGION === "eu";
const named: any = isEu ? "eu" : "us";

// It throws, whichever it is.
export const a = new TrackClient(siteId, apiKey, { region: (isEu ? "eu" : "us") as any });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]: the string "eu" is not a region: the constructor throws
export const b = new TrackClient(siteId, apiKey, { region: named });
//                                                         ^^^^^ error[region-not-instance]
export const c = new TrackClient(siteId, apiKey, { region: process.env.CUSTOMERIO_REGION ?? ("us" as any) });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]
// The SDK takes it for no region.
export const d = new TrackClient(siteId, apiKey, { region: "" as any });
//                                                         ^^^^^^^^^ warning[region-not-instance]: an empty string is not a region: TrackClient silently uses the US

// One of them is right.
export const e = new TrackClient(siteId, apiKey, { region: isEu ? RegionEU : RegionUS });
export const f = new TrackClient(siteId, apiKey, { region: isEu ? RegionEU : ("us" as any) });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]: the string "us" is not a region: the constructor throws when it is chosen
export const g = new TrackClient(siteId, apiKey, { region: isEu ? RegionEU : undefined });
export const h = new TrackClient(siteId, apiKey, { region: (isEu && "eu") as any });
//                                                         ^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]: the string "eu" is not a region: the constructor throws when it is chosen
export const i = new TrackClient(siteId, apiKey, { region: isEu && RegionEU ? RegionEU : RegionUS });

// By a key, by assignment, by a fallback, by a function.
const names: Record<string, any> = { eu: "EU", us: "US" };
const regions = { eu: RegionEU, us: RegionUS };
let later: any = "eu";
if (!isEu) later = "us";
let right = RegionUS;
if (isEu) right = RegionEU;
function pick(tenant: string): any {
  switch (tenant) {
    case "de":
      return "eu";
    default:
      return "us";
  }
}
export function clients(tenant: string, name: "eu" | "us", given?: any) {
  return [
    new TrackClient(siteId, apiKey, { region: names[tenant] }),
    //                                        ^^^^^^^^^^^^^ error[region-not-instance]: the string "EU" is not a region
    new TrackClient(siteId, apiKey, { region: later }),
    //                                        ^^^^^ error[region-not-instance]
    new TrackClient(siteId, apiKey, { region: (tenant || "us") as any }),
//                                            ^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]: the string "us" is not a region: the constructor throws
    new TrackClient(siteId, apiKey, { region: pick(tenant) }),
    //                                        ^^^^^^^^^^^^ error[region-not-instance]
    new TrackClient(siteId, apiKey, { region: regions[name] }),
    new TrackClient(siteId, apiKey, { region: right }),
    new TrackClient(siteId, apiKey, { region: given || "us" }),
    new TrackClient(siteId, apiKey, { region: given ?? RegionUS }),
    new TrackClient(siteId, apiKey, { region: names[tenant] === "EU" ? RegionEU : RegionUS }),
  ];
}
