const { APIClient, TrackClient } = require('customerio-node')

// Both of them, in one statement.
if (!process.env.CIO_SITE_ID) throw new Error('CIO_SITE_ID is not set')
if (!process.env.CIO_TRACK_KEY) throw new Error('CIO_TRACK_KEY is not set')
const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY)

exports.make = function () {
  const key = process.env.CIO_APP_KEY || '' // read late
  if (!key) throw new Error('CIO_APP_KEY is not set')
  const api = new APIClient(key)
  return [cio, api]
}
exports.short = () => new APIClient(process.env.CIO_OTHER_KEY || '')

class Mailer {
  api = new APIClient(process.env.CIO_THIRD_KEY || '')
}
exports.Mailer = Mailer
