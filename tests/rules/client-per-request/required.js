const express = require('express')
const { TrackClient } = require('customerio-node')
const app = express()

app.post('/sign-up', async (req, res) => {
  // The only client.
  const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY)
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]
  await cio.identify(String(req.body.id), { plan: 'free' })
  res.end()
})
