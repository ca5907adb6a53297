// The host may be put together, or be one of several: what comes after it is the path.
declare const isEu: boolean;
declare const usesApp: boolean;
const host = "track.customer.io";
const region = isEu ? "-eu" : "";
const either = isEu ? "https://track-eu.customer.io/api/v1" : "https://track.customer.io/api/v1";

export const a = (id: string) => fetch(`https://${host}/api/v1/customer/${id}`, { method: "PUT" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`
export const b = (id: string) => fetch(`https://track${region}.customer.io/api/v1/customer/${id}`, { method: "PUT" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`
export const c = (id: string) => fetch(`${either}/customer/${id}`, { method: "PUT" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`
export const d = (id: string) => fetch(`https://${host}/api/v1/customers/${id}`, { method: "PUT" });

// Not those of several APIs, or with several paths.
const apis = usesApp ? "https://api.customer.io" : "https://track.customer.io";
const versions = usesApp ? "https://track.customer.io/api/v2" : "https://track.customer.io/api/v1";
export const e = (id: string) => fetch(`${apis}/api/v1/customer/${id}`, { method: "PUT" });
export const f = () => fetch(`${versions}/entity`, { method: "POST" });
export const g = () => fetch(`${usesApp ? apis : versions}/entity`, { method: "POST" });
