// A user and a password that are encoded where they are sent, written together or in part.
const site = process.env.CIO_SITE_ID;

export const both = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: "Basic " + Buffer.from("a1b2c3d4e5f60718293a:0f9e8d7c6b5a49382716").toString("base64") },
    //                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Site ID and a Track API key is hardcoded
  });
export const password = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: `Basic ${btoa(`${site}:0f9e8d7c6b5a49382716`)}` },
    //                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Track API key is hardcoded
  });
const pair = "a1b2c3d4e5f60718293a:0f9e8d7c6b5a49382716";
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
export const kept = () =>
  fetch("https://track-eu.customer.io/api/v1/accounts/region", {
    headers: { authorization: `Basic ${Buffer.from(pair, "utf8").toString("base64")}` },
  });
export const write = () =>
  fetch("https://cdp.customer.io/v1/track", {
    method: "POST",
    headers: { Authorization: `Basic ${btoa("a1b2c3d4e5f60718293a:")}` },
    //                                      ^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Pipelines write key is hardcoded
    body: JSON.stringify({ userId: "42", event: "signed_up" }),
  });
export const encoded = () =>
  fetch("https://cdp.customer.io/v1/track", {
    method: "POST",
    headers: { Authorization: "Basic YTFiMmMzZDRlNWY2MDcxODI5M2E6" },
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Pipelines write key is hardcoded
    body: JSON.stringify({ userId: "42", event: "signed_up" }),
  });
export const bearer = () =>
  fetch("https://cdp.customer.io/v1/track", {
    method: "POST",
    headers: { Authorization: "Bearer a1b2c3d4e5f60718293a" },
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Pipelines write key is hardcoded
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: does not accept the Pipelines write key as a bearer token
    body: JSON.stringify({ userId: "42", event: "signed_up" }),
  });
// Placeholders, a Site ID alone, variables, and another service.
export const placeholders = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: "Basic " + Buffer.from("site_id:api_key").toString("base64") },
  });
export const alone = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: "Basic " + btoa("a1b2c3d4e5f60718293a:" + process.env.CIO_TRACK_KEY) },
  });
export const elsewhere = () =>
  fetch("https://example.com/api", {
    headers: { Authorization: "Basic " + btoa("a1b2c3d4e5f60718293a:0f9e8d7c6b5a49382716") },
  });
