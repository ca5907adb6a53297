import axios from "axios";

const app = axios.create({ baseURL: "https://api.customer.io/v1" });

export const a = () => app.post("/send/email", { transactional_message_id: 1, identifiers: { id: "1" } });
//                         ^^^^ error[transactional-missing-required]: this request to `/send/email` lacks `to`
export const b = () => app.post("/send/email", { to: "a@b.ch", identifiers: { id: "1" }, subject: "Hello" });
//                         ^^^^ error[transactional-missing-required]: this request to `/send/email` has no message
export const c = () => app.post("/send/push", { transactional_message_id: 1 });
//                         ^^^^ error[transactional-missing-required]: this request to `/send/push` lacks `identifiers`
// Complete, or not known.
export const d = () => app.post("/send/email", { transactional_message_id: 1, to: "a@b.ch", identifiers: { id: "1" } });
export const e = (body: object) => app.post("/send/email", body);
export const f = (rest: object) => app.post("/send/email", { transactional_message_id: 1, ...rest });
