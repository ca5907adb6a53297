#!/usr/bin/env node
"use strict"
const { TrackClient, APIClient } = require("customerio-node")
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY)
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY)

// Without semicolons.
async function noSemicolons(ids, id) {
  const x = id
  cio.identify(x, { created_at: Date.now() })
  ;[1, 2].forEach((n) => cio.track(x, { name: "a_b", data: { n } }))
  const y = x
  ids.forEach((it) => { cio.destroy(it) })
  let z = y
  cio.destroy(z)
  ;(async () => { cio.destroy(z) })()
  ids.map((it) => cio.destroy(it))
  api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to: "a@b.example" })
  if (id) cio.destroy(id)
  else cio.suppress(id)
  for (const it of ids) cio.destroy(it)
  while (z) cio.destroy(z--)
  label: cio.destroy(z)
  switch (z) { case 1: cio.destroy(z); default: cio.suppress(z) }
  try { cio.destroy(z) } catch { cio.suppress(z) } finally { cio.unsuppress(z) }
  do cio.destroy(z); while (false)
  cio.destroy(z), cio.suppress(z)
  return void cio.destroy(z)
}

class A {
  static { cio.destroy("1") }
  static client = cio.destroy("1")
  #id = "1"
  get id() { cio.destroy(this.#id); return this.#id }
  constructor() { cio.destroy(this.#id) }
  *all() { cio.destroy(yield this.#id) }
  async *each() { for await (const x of []) { cio.destroy(x) } }
  method() { return [cio.destroy(this.#id)] }
}

const arrow = (id) => cio.identify(id, { created_at: Date.now() })
const object = (id) => ({ sent: cio.destroy(id) })
const nested = (ids) => ids.forEach(async (id) => { await cio.destroy(id) })
const conditional = (id) => id ? cio.destroy(id) : null
const logical = (id) => { id && cio.destroy(id) }
const nullish = (id) => { id ?? cio.destroy("1") }
module.exports = { noSemicolons, A, arrow, object, nested, conditional, logical, nullish }
