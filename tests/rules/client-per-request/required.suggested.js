const express = require('express')
const { TrackClient } = require('customerio-node')

// The only client.
const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY)

const app = express()

app.post('/sign-up', async (req, res) => {
  await cio.identify(String(req.body.id), { plan: 'free' })
  res.end()
})
