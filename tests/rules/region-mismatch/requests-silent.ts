// Both regions of one API, a host that is chosen, tests, and hosts that nothing is sent to.
export const app = (body: string) => fetch("https://api.customer.io/v1/send/email", { method: "POST", body });
export const us = (body: string) => fetch("https://track.customer.io/api/v1/merge_customers", { method: "POST", body });
export const eu = (body: string) => fetch("https://track-eu.customer.io/api/v1/merge_customers", { method: "POST", body });
//- /packages/table/src/send.ts
const HOSTS = { us: "https://track.customer.io", eu: "https://track-eu.customer.io" };

export const app = (body: string) => fetch("https://api.customer.io/v1/send/email", { method: "POST", body });
export const merge = (region: "us" | "eu", body: string) =>
  fetch(`${HOSTS[region]}/api/v1/merge_customers`, { method: "POST", body });
//- /packages/tested/src/send.ts
export const app = (body: string) => fetch("https://api.customer.io/v1/send/email", { method: "POST", body });
//- /packages/tested/test/track.test.ts
await fetch("https://track-eu.customer.io/api/v1/merge_customers", { method: "POST" });
//- /packages/named/src/send.ts
export const app = (body: string) => fetch("https://api.customer.io/v1/send/email", { method: "POST", body });
export const allowed = ["https://track-eu.customer.io"];
//- /packages/same/src/send.ts
export const app = (body: string) => fetch("https://api-eu.customer.io/v1/send/email", { method: "POST", body });
export const track = (body: string) => fetch("https://track-eu.customer.io/api/v1/merge_customers", { method: "POST", body });
