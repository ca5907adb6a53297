const { TrackClient } = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

exports.save = async (user, at = new Date()) => {
  await cio.identify(user.id, { created_at: user.d ?? new Date() });
//                                                    ^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` may be a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: user.d?.getTime() ?? new Date() });
//                                          ^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                               ^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: user.d?.getTime() });
//                                          ^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: at });
//                                          ^^ warning[timestamp-not-unix]: `created_at` may be a `Date`, sent as an ISO 8601 string
};
