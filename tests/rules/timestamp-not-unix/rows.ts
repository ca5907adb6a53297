// Rows of an ORM: what it fills by itself is a date.
import { PrismaClient, type User } from "@prisma/client";
import { TrackClient } from "customerio-node";
import db from "./db";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const prisma = new PrismaClient();

export async function made(email: string) {
  const user = await db.user.create({ data: { email }, include: { plan: true } });
  await cio.identify(user.id, { email, created_at: user.createdAt });
//                                                 ^^^^^^^^^^^^^^ warning[timestamp-not-unix]: a `Date`
}
export async function seen(email: string) {
  const user = await prisma.user.findUnique({ where: { email } });
  if (user) await cio.identify(user.id, { email, last_changed_at: user.updatedAt });
//                                                                ^^^^^^^^^^^^^^ warning[timestamp-not-unix]: a `Date`
}
export async function typed(user: User) {
  await cio.identify(user.id, { email: user.email, created_at: user.createdAt });
//                                                             ^^^^^^^^^^^^^^ warning[timestamp-not-unix]: a `Date`
}
// A convention is no proof: what is lost for certain elsewhere is likely to be lost here.
export async function at(user: User) {
  await cio.track(user.id, { name: "joined", timestamp: user.createdAt });
//                                                      ^^^^^^^^^^^^^^ warning[timestamp-not-unix]: by Prisma's convention
  const seconds = (user as any).createdAt / 1000;
  await cio.track(user.id, { name: "joined", timestamp: seconds });
}
//- /src/db.ts
import { PrismaClient } from "@prisma/client";

const db = new PrismaClient({ log: [] });
export default db;
