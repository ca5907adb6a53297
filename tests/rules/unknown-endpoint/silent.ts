// Known paths, and other hosts.
export const a = (id: string) => fetch(`https://track.customer.io/api/v1/customers/${id}`, { method: "DELETE" });
export const b = () => fetch("https://api.customer.io/v1/send/email", { method: "POST" });
export const c = () => fetch("https://track.example.com/api/v1/customer/1", { method: "PUT" });
