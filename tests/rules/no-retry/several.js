//@ sdk = 4.5.1
const { APIClient, SendEmailRequest } = require('customerio-node');

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY);

async function hello(to) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 'hello', to, identifiers: { email: to } }));
//      ^^^^^^^^^^^^^ hint[no-retry]
}

async function bye(to) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 'bye', to, identifiers: { email: to } }));
//      ^^^^^^^^^^^^^ hint[no-retry]
}

module.exports = { hello, bye };
