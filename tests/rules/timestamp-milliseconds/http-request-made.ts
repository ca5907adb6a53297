// A `Request` that is made before it is sent.
const URL_OF_EVENTS = "https://track.customer.io/api/v1/customers/5/events";

export async function here() {
  const request = new Request(URL_OF_EVENTS, { method: "POST", body: JSON.stringify({ name: "a", timestamp: Date.now() }) });
  //                                                                                                        ^^^^^^^^^^ error[timestamp-milliseconds]
  const response = await fetch(request);
  if (!response.ok) throw new Error("not sent");
}

const event = { name: "b", timestamp: Date.now() };
const made = new Request(URL_OF_EVENTS, { method: "POST", body: JSON.stringify(event) });
//                                                                             ^^^^^ warning[timestamp-milliseconds]
const answer = await fetch(made);
if (!answer.ok) throw new Error("not sent");

export async function other(request: Request) {
  const sent = new Request(request, { body: JSON.stringify({ timestamp: Date.now() }) });
  return fetch(sent);
}

export function elsewhere() {
  return new Request("https://example.com/api/v1/customers/5/events", { method: "POST", body: JSON.stringify({ timestamp: Date.now() }) });
}
