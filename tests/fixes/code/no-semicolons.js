'use strict'
const { TrackClient, APIClient, SendEmailRequest } = require('customerio-node')
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY)
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY)

cio.identify('1', { created_at: new Date() })
;(function () { cio.track('1', { name: 'A B' }) })()

module.exports.hook = function (req, res) {
  cio.identify(req.body.id, { email: req.body.email })
  res.end()
}
exports.handler = async (event) => {
  event.Records.forEach(async (r) => {
    await cio.track(r.id, { name: 'x' })
  })
  return 1
}
exports.each = (users) => users.forEach(u => cio.identify(u.id, { created_at: u.created_at.toISOString() }))
exports.send = async function (to) {
  try {
    api.sendEmail(new SendEmailRequest({ to, transactional_message_id: 'x', identifiers: { id: to } }))
  } catch (err) {
    if (err.response.status === 429) return
    if (err.code === 'ETIMEDOUT') return
    console.log(err.status, err.response.data, err.headers.get('retry-after'))
  }
}
exports.plain = (to) => api.sendEmail({ to, transactional_message_id: 1, identifiers: { id: to } })
const payload = { to: 'a@b.c', transactional_message_id: 1, identifiers: { id: 1 } }
exports.plain2 = () => api.sendEmail(payload)
exports.plain3 = () => api.sendEmail(Object.assign({}, payload, { to: 'x' }))
exports.plain4 = (p) => api.sendEmail({ ...p })
const f = async () => { for (const id of ['1']) { cio.destroy(id) } }
f()
exports.m = (a, b) => cio.mergeCustomers('id', a, 'email', b)
exports.seg = (u) => cio.identify({ id: u.id, email: u.email })
exports.seg2 = (u) => cio.track({ userId: u.id, event: 'X Y', properties: { a: 1 } })
exports.anon = (a) => cio.trackAnonymous({ anonymous_id: a, name: 'x' })
exports.dev = (id) => cio.addDevice(id, '', 'iOS', { last_used: Date.now() })
exports.data = (id) => cio.track(id, { name: 'x', plan: 'pro', price: 3 })
exports.big = (id) => cio.identify(id, { n: 10n, m: BigInt(id) })
