export async function paid(userId: string, at: Date) {
  const response = await fetch("https://cdp.customer.io/v1/track", {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${process.env.CUSTOMERIO_WRITE_KEY}:`)}` },
    body: JSON.stringify({ userId, event: "Order Paid", timestamp: Math.floor(at.getTime() / 1000) }),
    //                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pipelines-timestamp]: a number of seconds, not an ISO 8601 string
  });
  return response.ok;
}
