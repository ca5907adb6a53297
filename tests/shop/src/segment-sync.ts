// The segments, from before the SDK could list them.
const OLD_API = "https://api-eu.customer.io/v1/api"; // old-api-address
const API_KEY = process.env.CUSTOMERIO_APP_API_KEY!;

export async function segments(): Promise<unknown> {
  const answer = await fetch(`${OLD_API}/segments`, { headers: { Authorization: `Bearer ${API_KEY}` } });
  return answer.json();
}

export async function campaigns(): Promise<unknown> {
  const basic = Buffer.from(`${API_KEY}:`).toString("base64");
  const answer = await fetch("https://api-eu.customer.io/v1/campaigns", {
    headers: { Authorization: `Basic ${basic}` }, // raw-http-endpoint
  });
  return answer.json();
}
