// What gives no promise, or one that nobody has to wait for: Apps Script and k6 return when the response is there, Cypress
// puts a request in a queue, jQuery and needle call back.
import http from "k6/http";
const needle = require("needle");
const jq = require("jquery");

const PERSON = "https://track.customer.io/api/v1/customers/5";

export function silent(user) {
  UrlFetchApp.fetch(PERSON, { method: "put", payload: JSON.stringify({ email: user.email }) });
  cy.request({ method: "PUT", url: PERSON, body: { email: user.email } });
  $.ajax({ url: PERSON, type: "PUT", data: JSON.stringify({ email: user.email }) });
  jq.post(`${PERSON}/events`, JSON.stringify({ name: "seen" }));
  http.put(PERSON, JSON.stringify({ email: user.email }));
  needle.put(PERSON, { email: user.email }, { json: true }, () => {});
}

// Libraries that a page loads do.
export function lost(user) {
  axios.put(PERSON, { email: user.email });
//^^^^^^^^^ warning[floating-promise]: the promise of this request is not awaited
  window.fetch(PERSON, { method: "PUT", body: JSON.stringify({ email: user.email }) });
//^^^^^^^^^^^^ warning[floating-promise]: the promise of this request is not awaited
}
