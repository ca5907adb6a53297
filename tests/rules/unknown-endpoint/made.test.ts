export const a = (id: string) => fetch(`https://track.customer.io/api/v1/customer/${id}`, { method: "PUT" });
