import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

// One in each branch is one.
export async function either(to: string, id?: string) {
  const identifiers: any = {};
  if (id) identifiers.id = id;
  else identifiers.email = to;
  await api.sendEmail(new SendEmailRequest({ to, identifiers, transactional_message_id: 3 }));

  // What is written inside what stands in the object.
  const options: any = { to, identifiers: {}, transactional_message_id: 3 };
  options.identifiers.id = id;
  await api.sendEmail(new SendEmailRequest(options));
}

export async function both(to: string, id: string) {
  const identifiers: any = {};
  identifiers.id = id;
  identifiers.email = to;
  await api.sendEmail(new SendEmailRequest({ to, identifiers, transactional_message_id: 3 }));
  //                                             ^^^^^^^^^^^ hint[identifiers-cardinality]: `identifiers` has several keys, `id` and `email`: the API rejects the request if more than one of them has a value
}
