// Senders that a platform has: Google Apps Script, jQuery, Cypress, k6; and needle.
import http from "k6/http";
import needle from "needle";

const PERSON = "https://track.customer.io/api/v1/customers/5";

export function sync(user) {
  UrlFetchApp.fetch("https://track.customer.io/api/v1/customers/" + encodeURIComponent(user.id), {
    method: "put",
    contentType: "application/json",
    payload: JSON.stringify({ email: user.email, created_at: Math.floor(Date.now() / 1000) }),
  });
  $.ajax({ url: PERSON, type: "PUT", contentType: "application/json", data: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }) });
  jQuery.ajax(PERSON, { method: "PUT", data: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }) });
  jQuery.post(`${PERSON}/events`, JSON.stringify({ name: "seen", timestamp: Math.floor(Date.now() / 1000) }));
  cy.request({ method: "PUT", url: PERSON, body: { created_at: Math.floor(Date.now() / 1000) } });
  http.put(PERSON, JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }));
  needle.put(PERSON, { created_at: Math.floor(Date.now() / 1000) }, { json: true }, () => {});
  needle.request("put", PERSON, { created_at: Math.floor(Date.now() / 1000) }, { json: true });
  needle("put", PERSON, { created_at: Math.floor(Date.now() / 1000) }, { json: true });
}

// Right, to somebody else, or a verb for which the endpoint takes no such thing.
export function silent(user) {
  needle.request("put", PERSON, { created_at: Math.floor(Date.now() / 1000) }, { json: true });
  $.ajax({ url: PERSON, type: "PUT", data: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }) });
  $.ajax({ url: "https://example.com/customers/5", type: "PUT", data: JSON.stringify({ created_at: Date.now() }) });
  $.ajax({ url: PERSON, type: user.verb, data: JSON.stringify({ created_at: Date.now() }) });
  needle(user.verb, PERSON, { created_at: Date.now() });
  UrlFetchApp.fetch(PERSON, user.options);
}
