const URL = "https://track.customer.io/api/v1/customers/1/events";

export const a = () => fetch(URL, { method: "POST", body: JSON.stringify({ event: "seen" }) });
//                                                                         ^^^^^ error[track-missing-name]: the event has no `name`
export const b = () => fetch(URL, { method: "POST", body: JSON.stringify({ name: "", data: {} }) });
//                                                                               ^^ error[track-missing-name]: the event has no `name`
export const c = () => fetch(URL, { method: "POST", body: JSON.stringify({ name: "seen" }) });
export const d = (rest: object) => fetch(URL, { method: "POST", body: JSON.stringify({ ...rest }) });
export const e = (body: string) => fetch(URL, { method: "POST", body });
