const site = process.env.NEXT_PUBLIC_CIO_SITE_ID;
const key = process.env.NEXT_PUBLIC_CIO_API_KEY;
const pair = Buffer.from(`${site}:${key}`).toString("base64");
//                                  ^^^ warning[credential-exposed-to-client]: `NEXT_PUBLIC_CIO_API_KEY` exposes the Track API key to browsers

export const a = () => fetch("https://track.customer.io/api/v1/events", { headers: { Authorization: `Basic ${pair}` } });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: `/api/v1/events` does not accept `GET`
export const b = () =>
  fetch("https://api.customer.io/v1/campaigns", {
    headers: { Authorization: "Bearer " + process.env.NEXT_PUBLIC_CIO_APP_KEY },
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-exposed-to-client]: `NEXT_PUBLIC_CIO_APP_KEY` exposes the App API key to browsers
  });
export const c = () =>
  fetch("https://api.customer.io/v1/campaigns", { headers: { Authorization: `Bearer ${process.env.CIO_APP_KEY}` } });
export const d = () =>
  fetch("https://example.com", { headers: { Authorization: `Bearer ${process.env.NEXT_PUBLIC_CIO_APP_KEY}` } });
