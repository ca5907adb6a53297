export const a = () => fetch("https://beta-api.customer.io/v1/api", { headers: { Authorization: "Basic abc" } });
