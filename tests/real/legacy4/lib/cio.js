const https = require("https");
const { APIClient, TrackClient, SendEmailRequest, RegionUS } = require("customerio-node");

const agent = new https.Agent({ keepAlive: true });
const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY, { region: RegionUS, agent });
const api = new APIClient(process.env.CIO_APP_KEY, { region: RegionUS, agent });

exports.welcome = async function welcome(user) {
  await cio.identify(user.id, { email: user.email, created_at: Math.round(user.created / 1000) });
  const request = new SendEmailRequest({
    transactional_message_id: "4",
    to: user.email,
    identifiers: { id: user.id },
    message_data: { name: user.name },
  });
  request.attach("terms.pdf", await require("fs").promises.readFile("terms.pdf"));
  return api.sendEmail(request);
};

exports.planted = (user) => cio.batch([{ type: "person", id: user.id }]); // method-not-in-version v2-operation-shape
