const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export const e = () => fetch("https://api.customer.io/v1/customers?email=jane+shop@example.com", { headers });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the person's identifier is not URL-encoded
export const f = () => fetch("https://api.customer.io/v1/customers/jane@example.com/attributes", { headers });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]
