// The segments, from before the SDK could list them.
const OLD_API = "https://api-eu.customer.io/v1/api"; // raw-http-endpoint

export async function segments(): Promise<unknown> {
  const answer = await fetch(`${OLD_API}/segments`, {
    headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` },
  });
  return answer.json();
}
