// Headers are an object, or made of one, and the pair is composed in any way.
const URL = "https://track.customer.io/api/v1/accounts/region";
const site = process.env.CIO_SITE_ID!;

export const a = () => {
  const headers = new Headers({ Authorization: "Basic " + btoa(site + ":" + process.env.NEXT_PUBLIC_CIO_API_KEY) });
//                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-exposed-to-client]
  return fetch(URL, { headers });
};
export const b = () => {
  const pair = `${site}${":"}${process.env.NEXT_PUBLIC_CIO_API_KEY}`;
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-exposed-to-client]
  return fetch(URL, { headers: { authorization: `Basic ${Buffer.from(pair).toString("base64")}` } });
};
export const c = () => fetch("https://example.com", { headers: new Headers({ Authorization: "Basic " + btoa(site + ":" + process.env.NEXT_PUBLIC_KEY) }) });
