const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export const e = () => fetch("https://api.customer.io/v1/customers?email=jane%2Bshop%40example.com", { headers });
export const f = () => fetch("https://api.customer.io/v1/customers/jane%40example.com/attributes", { headers });
