// What a row holds in its other columns is in the schema alone, and others have tables too.
import { PrismaClient, Prisma, type User } from "@prisma/client";
import { TrackClient } from "customerio-node";
import { store } from "./store";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const prisma = new PrismaClient();
const extended = new PrismaClient().$extends({ result: {} });

export async function silent(email: string, row: User, where: Prisma.UserWhereInput) {
  const user = await prisma.user.create({ data: { email } });
  await cio.identify(user.id, { email, created_at: Math.floor(user.createdAt.getTime() / 1000) });
  await cio.identify(user.id, { email, created_at: user.signedUpAt });
  await cio.identify(row.id, { email: row.email, plan: row.plan });
  const other = await extended.user.create({ data: { email } });
  await cio.identify(other.id, { email, created_at: other.createdAt });
  const far = await store.user.create({ data: { email } });
  await cio.identify(far.id, { email, created_at: far.createdAt });
  const { count } = await prisma.user.updateMany({ where, data: { email } });
  return count;
}
//- /src/store.ts
export const store = createStore();
