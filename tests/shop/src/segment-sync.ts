// The segments, from before the SDK could list them.
const OLD_API = "https://api-eu.customer.io/v1/api"; // old-api-address
const API_KEY = process.env.CUSTOMERIO_APP_API_KEY!;

export async function segments(): Promise<unknown> {
  const answer = await fetch(`${OLD_API}/segments`, { headers: { Authorization: `Bearer ${API_KEY}` } });
  if (!answer.ok) throw new Error(`Customer.io: ${answer.status}`);
  return answer.json();
}

export async function lists(): Promise<unknown> {
  const headers = { Authorization: `Bearer ${API_KEY}` };
  const answer = await fetch("https://api-eu.customer.io/v1/segment", { headers }); // unknown-endpoint
  return answer.ok ? answer.json() : [];
}

export async function campaigns(): Promise<unknown> {
  const basic = Buffer.from(`${API_KEY}:`).toString("base64");
  const answer = await fetch("https://api-eu.customer.io/v1/campaigns", { // response-unchecked
    headers: { Authorization: `Basic ${basic}` }, // raw-http-endpoint
  });
  return answer.json();
}
