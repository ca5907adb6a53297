// A part of the path that may be several segments is not held against it.
const TRACK = "https://track.customer.io/api/v1";
const APP = "https://api.customer.io";

export const a = (path: string) => fetch(`${TRACK}/${path}`, { method: "POST" });
export const b = (path: string) => fetch(APP + "/v1/" + path, { method: "GET" });
export const c = (path: string) => fetch(`${TRACK}/customers/${path}`, { method: "POST" });
export const d = (what: string) => fetch(`${TRACK}/customers/${what}`, { method: "POST" });
export const e = (id: string, suffix: string) => fetch(`${TRACK}/customers/${id}${suffix}`, { method: "POST" });
export const f = (rest: string[]) => fetch(`${APP}/v1/campaign/${rest.join("/")}`, { method: "GET" });
export const g = (thing: string) => fetch(`${TRACK}/customer/${thing}`, { method: "PUT" });

// These are one segment: encoded, a number, an id.
export const h = (thing: string) => fetch(`${TRACK}/customers/${encodeURIComponent(thing)}`, { method: "POST" });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: `/api/v1/customers/…` does not accept `POST`
export const i = (user: { userId: string }) => fetch(`${TRACK}/customers/${user.userId}/event`, { method: "POST" });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customers/…/event`
export const j = (account: string) => fetch(`${TRACK}/customer/${encodeURIComponent(account)}`, { method: "PUT" });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`
