const post = (path: string, body: object) =>
  fetch(`https://api.customer.io/v1${path}`, { method: "POST", body: JSON.stringify(body) });

export const a = () =>
  post("/send/email", { transactional_message_id: 1, to: "a@b.ch", identifiers: { id: "1" } });
export const b = () => post("/send/email", { transactional_message_id: 1, to: "a@b.ch", identifiers: { id: "1" } });
