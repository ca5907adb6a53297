import { TrackClient, APIClient, SendEmailRequest, RegionEU } from "customerio-node"
declare const ids: string[]
declare const db: { save(x: unknown): Promise<void>; users: { id: string; email: string; createdAt: Date; seen: Date | null }[] }
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!)
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!)
export function one(id: string) {
  const x = id
  cio.identify(id, { a: 1 })
  ;[1, 2].forEach((n) => console.log(n))
}
export function two(id: string) {
  const log = console.log
  cio.track(id, { name: "Signed Up" })
  ;(log as any)("x")
}
export async function three(id: string, d: Date) {
  const at = d.getTime()
  ;(await cio.identify(id, { created_at: at }))
  const t = `x`
  ;`${t}`.trim()
}
export function four(id: string) {
  const f = () => cio.identify(id, { a: 1 })
  f()
  ;[f].map((g) => g())
}
export function five(id: string) {
  ids.forEach((i) => cio.identify(i, {}))
  ;(function () {})()
}
export function six(id: string) {
  ids.forEach(async (i) => {
    await cio.identify(i, {})
  })
  ;[1].map(String)
}
export const seven = (id: string) => {
  if (id) cio.identify(id, {})
  else cio.destroy(id)
  ;/x/.test(id)
}
export function eight(id: string) {
  for (const i of ids) cio.track(i, { name: "x" })
  while (Math.random() > 0.5) cio.track(id, { name: "y" })
  do cio.track(id, { name: "z" })
  while (Math.random() > 0.5)
}
export function nine(id: string) {
  label: for (const i of ids) {
    if (!i) continue label
    cio.track(i, { name: "x" })
  }
  lab: cio.track(id, { name: "y" })
}
export function ten(k: number, id: string) {
  switch (k) {
    case 1: cio.track(id, { name: "x" }); break
    case 2: cio.track(id, { name: "y" })
    default: cio.track(id, { name: "z" })
  }
}
export async function eleven(id: string) {
  let a = 1
  cio.identify(id, {})
  ++a
  cio.identify(id, {})
  --a
  return a
}
export async function twelve(u: { id: string; createdAt: Date }) {
  const n = u.createdAt
  const r = await cio.identify(u.id, { created_at: n })
  ;[r].map(String)
  api.sendEmail(new SendEmailRequest({ to: "a@b.c", transactional_message_id: 1, identifiers: { id: "1" } }))
  ;[1].map(String)
}
