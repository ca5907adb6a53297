import axios from "axios";
import axiosRetry from "axios-retry";

const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };
const api = axios.create({ baseURL: "https://api.customer.io/v1", headers });
axiosRetry(api, { retries: 5, retryCondition: () => true });
//                                            ^^^^^^^^^^ warning[retry-non-retryable]: `axios-retry` retries every request after every error
export const send = (body: unknown) => api.post("/send/email", body);


// What another file sends with it.
export const elsewhere = axios.create({ baseURL: "https://api.customer.io/v1", headers });
axiosRetry(elsewhere, {
  retries: 5,
  retryCondition() {
//^^^^^^^^^^^^^^^^^^+2 warning[retry-non-retryable]
    return true;
  },
});

axiosRetry(axios, { retries: 2, retryCondition: () => true });
export const other = () => axios.get("https://example.com");
