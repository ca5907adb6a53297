// A credential is one on every host of Customer.io, and on no page of theirs.
export const a = () =>
  fetch("https://fly.customer.io/v1/environments", {
    headers: { Authorization: "Bearer b19f3c7a0d2e4856b19f3c7a0d2e4856" },
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
  });
export const b = () =>
  fetch("https://us.fly.customer.io/v1/environments", {
    headers: { Authorization: "Bearer sa_live_8f7e6d5c4b3a" },
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
  });
export const c = () =>
  fetch("https://docs.customer.io/x", { headers: { Authorization: "Bearer b19f3c7a0d2e4856b19f3c7a0d2e4856" } });
export const d = () =>
  fetch("https://fly.customer.io/v1/x", { headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` } });
export const e = () =>
  fetch("https://fly.customer.io.example.com/x", { headers: { Authorization: "Bearer b19f3c7a0d2e4856b19f3c7a0d2e4856" } });
