const { APIClient, TrackClient } = require('customerio-node')

// Both of them, in one statement.
const cio = new TrackClient(process.env.CIO_SITE_ID || '', process.env.CIO_TRACK_KEY ?? '')
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[credential-maybe-undefined]
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[credential-maybe-undefined]

exports.make = function () {
  const key = process.env.CIO_APP_KEY || '' // read late
  const api = new APIClient(key)
  //                        ^^^ hint[credential-maybe-undefined]
  return [cio, api]
}
exports.short = () => new APIClient(process.env.CIO_OTHER_KEY || '')
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[credential-maybe-undefined]

class Mailer {
  api = new APIClient(process.env.CIO_THIRD_KEY || '')
  //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[credential-maybe-undefined]
}
exports.Mailer = Mailer
