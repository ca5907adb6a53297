//@ customerio.json = { "account": { "pulled": { "broadcasts": [{ "id": 7, "name": "Sale", "state": "running" }, { "id": 9, "state": "draft" }], "segments": [{ "id": 2, "name": "Buyers" }], "campaigns": [{ "id": 4, "state": "draft" }], "newsletters": [] } } }
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const SALE = 8;
const send = (id: number) => api.triggerBroadcast(id, {}, { ids: ["42"] });

await api.triggerBroadcast(8, {}, { ids: ["42"] });
//                         ^ warning[account-unknown-id]: the account has no broadcast with the id 8: Customer.io finds nothing under this number
await api.triggerBroadcast("9", {}, { ids: ["42"] });
//                         ^^^ warning[account-unknown-id]: broadcast 9 is a draft: Customer.io does not send a broadcast that is not running
await api.triggerBroadcast(SALE, {}, { ids: ["42"] });
//                         ^^^^ warning[account-unknown-id]: the account has no broadcast with the id 8
await send(10);
//         ^^ warning[account-unknown-id]: the account has no broadcast with the id 10
await api.triggerBroadcast(7, {}, { segment: { id: 3 } });
//                                                 ^ warning[account-unknown-id]: the account has no segment with the id 3
await api.triggerBroadcast(7, {}, { and: [{ segment: { id: 2 } }, { not: { segment: { id: 5 } } }] });
//                                                                                        ^ warning[account-unknown-id]: the account has no segment with the id 5
await api.createCustomersExport({ segment: { id: 6 } });
//                                               ^ warning[account-unknown-id]: the account has no segment with the id 6
