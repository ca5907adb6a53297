//@ sdk = 4.5.1
const { APIClient, SendEmailRequest } = require('customerio-node');

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY);

async function hello(to) {
  await withPatience(() => api.sendEmail(new SendEmailRequest({ transactional_message_id: 'hello', to, identifiers: { email: to } })));
}

async function bye(to) {
  await withPatience(() => api.sendEmail(new SendEmailRequest({ transactional_message_id: 'bye', to, identifiers: { email: to } })));
}

module.exports = { hello, bye };

/** Makes a call of Customer.io again when there were too many: after the pause that is asked for, else after 10 seconds. */
async function withPatience(call, attempts = 4) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (err) {
      if (err.statusCode !== 429 || attempt >= attempts) throw err;
      const seconds = Number(err.response?.headers['retry-after']) || 10;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}
