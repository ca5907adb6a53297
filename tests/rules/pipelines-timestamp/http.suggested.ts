export async function paid(userId: string, at: Date) {
  const response = await fetch("https://cdp.customer.io/v1/track", {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${process.env.CUSTOMERIO_WRITE_KEY}:`)}` },
    body: JSON.stringify({ userId, event: "Order Paid", timestamp: new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString() }),
  });
  return response.ok;
}
