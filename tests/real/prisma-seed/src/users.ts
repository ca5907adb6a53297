import { PrismaClient, type User } from "@prisma/client";
import { TrackClient } from "customerio-node";

const prisma = new PrismaClient();
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

const toAttributes = (user: User) => ({
  email: user.email,
  created_at: Math.floor(user.createdAt.getTime() / 1000),
  ...(user.lastLogin ? { last_login_at: Math.floor(user.lastLogin.getTime() / 1000) } : {}),
});

export async function register(email: string) {
  const user = await prisma.user.create({ data: { email } });
  await cio.identify(user.id, toAttributes(user));
  return user;
}

export async function planted(id: string) {
  const user = await prisma.user.findUniqueOrThrow({ where: { id } });
  await cio.identify(user.id, { created_at: user.createdAt }); // timestamp-not-unix
}
