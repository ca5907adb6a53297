import axios from "axios";
import nodeFetch from "node-fetch";

const URL = "https://track.customer.io/api/v1/events";

export async function dropped() {
  await fetch(URL, { method: "POST" });
//      ^^^^^ warning[response-unchecked]: the status of the response is never checked
  await nodeFetch(URL, { method: "POST" });
//      ^^^^^^^^^ warning[response-unchecked]: the status of the response is never checked
  const response = await fetch(URL, { method: "POST" });
//                       ^^^^^ warning[response-unchecked]: the status of the response is never checked
  console.log(await response.json());
  const answer = await (await fetch(URL, { method: "POST" })).json();
//                            ^^^^^ warning[response-unchecked]: the status of the response is never checked
  await fetch(URL, { method: "POST" }).then((it) => it.json());
//      ^^^^^ warning[response-unchecked]: the status of the response is never checked
  await fetch(URL, { method: "POST" }).then(() => console.log("sent"));
//      ^^^^^ warning[response-unchecked]: the status of the response is never checked
  return answer;
}
// Looked at, passed on, or it rejects by itself.
export async function checked(check: (response: unknown) => void) {
  const response = await fetch(URL, { method: "POST" });
  if (!response.ok) throw new Error(response.statusText);
  const { status } = await fetch(URL, { method: "POST" });
  const other = await fetch(URL, { method: "POST" });
  check(other);
  await fetch(URL, { method: "POST" }).then((it) => (it.ok ? it.json() : undefined));
  await fetch(URL, { method: "POST" }).then(check);
  await axios.post(URL, {});
  await fetch("https://example.com", { method: "POST" });
  return [status, fetch(URL, { method: "POST" })];
}
