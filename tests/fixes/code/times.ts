// Times in every place that an expression may stand in, and of every type.
import { TrackClient, APIClient, SendEmailRequest } from "customerio-node";
import dayjs from "dayjs";
import moment from "moment";
import { DateTime } from "luxon";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

interface User {
  id: string;
  at: Date;
  maybe?: Date;
  nullable: Date | null;
  either: Date | number;
  profile?: { joined: Date; left?: Date | null };
  since(): Date;
  until?(): Date | undefined;
}

export async function members(user: User, other?: User) {
  await cio.identify(user.id, { created_at: user.at });
  await cio.identify(user.id, { created_at: user.maybe });
  await cio.identify(user.id, { created_at: user.nullable });
  await cio.identify(user.id, { created_at: user.either });
  await cio.identify(user.id, { created_at: user.profile?.joined });
  await cio.identify(user.id, { created_at: user.profile?.left });
  await cio.identify(user.id, { created_at: user.profile!.joined });
  await cio.identify(user.id, { created_at: user.profile?.left! });
  await cio.identify(user.id, { created_at: user.since() });
  await cio.identify(user.id, { created_at: user.until?.() });
  await cio.identify(user.id, { created_at: other?.since() });
  await cio.identify(user.id, { created_at: other?.at.getTime() });
  await cio.identify(user.id, { created_at: other?.maybe?.getTime() });
  await cio.identify(user.id, { created_at: other?.at?.valueOf() });
  await cio.identify(user.id, { created_at: other?.at.toISOString() });
  await cio.identify(user.id, { created_at: other?.profile?.joined.getTime() });
  await cio.identify(user.id, { created_at: other?.["at"].getTime() });
}

export async function choices(user: User, flag: boolean, other?: User) {
  await cio.identify(user.id, { created_at: user.maybe ?? new Date() });
  await cio.identify(user.id, { created_at: user.maybe || new Date() });
  await cio.identify(user.id, { created_at: user.nullable ?? user.maybe ?? new Date() });
  await cio.identify(user.id, { created_at: other?.at.getTime() ?? Date.now() });
  await cio.identify(user.id, { created_at: other?.at.getTime() || Date.now() });
  await cio.identify(user.id, { created_at: flag ? user.at : undefined });
  await cio.identify(user.id, { created_at: flag ? user.at : user.nullable });
  await cio.identify(user.id, { created_at: flag ? Date.now() : user.at.getTime() });
  await cio.identify(user.id, { created_at: flag ? Date.now() : null });
  await cio.identify(user.id, { created_at: flag && Date.now() });
  await cio.identify(user.id, { created_at: user.maybe && user.maybe.getTime() });
  await cio.identify(user.id, { created_at: user.maybe ? user.maybe : null });
  await cio.identify(user.id, { created_at: (user.maybe ?? user.at).getTime() });
  await cio.identify(user.id, { created_at: +(user.maybe ?? user.at) });
  await cio.identify(user.id, { created_at: other ? other.at.getTime() : Date.now() });
  await cio.identify(user.id, { created_at: (flag, Date.now()) });
  await cio.identify(user.id, { created_at: user.maybe?.getTime() ?? null });
  await cio.identify(user.id, { created_at: user.maybe?.getTime() ?? 0 });
}

export async function arithmetic(user: User, days: number, given: number, text: string) {
  await cio.identify(user.id, { created_at: Date.now() + days * 86_400_000 });
  await cio.identify(user.id, { created_at: user.at.getTime() - 1000 });
  await cio.identify(user.id, { created_at: +user.at });
  await cio.identify(user.id, { created_at: +new Date });
  await cio.identify(user.id, { created_at: +new Date() });
  await cio.identify(user.id, { created_at: Number(user.at) });
  await cio.identify(user.id, { created_at: new Date(given) });
  await cio.identify(user.id, { created_at: new Date(text) });
  await cio.identify(user.id, { created_at: new Date(text).getTime() });
  await cio.identify(user.id, { created_at: Date.parse(text) });
  await cio.identify(user.id, { created_at: new Date(text).toISOString() });
  await cio.identify(user.id, { created_at: Date.now() / 1000 });
  await cio.identify(user.id, { created_at: user.at.getTime() / 1000 });
  await cio.identify(user.id, { created_at: (Date.now() as number) });
  await cio.identify(user.id, { created_at: <number>Date.now() });
  await cio.identify(user.id, { created_at: Date.now() satisfies number });
  await cio.identify(user.id, { created_at: await Promise.resolve(new Date()) });
  await cio.identify(user.id, { created_at: Math.max(Date.now(), user.at.getTime()) });
  await cio.identify(user.id, { created_at: `${Date.now()}` });
  await cio.identify(user.id, { created_at: String(Date.now()) });
  await cio.identify(user.id, { created_at: Date.now().toString() });
  await cio.identify(user.id, { created_at: (/* now */ Date.now() /* in ms */) });
  await cio.identify(user.id, { created_at: user.at.toJSON() });
  await cio.identify(user.id, { created_at: Math.round(Date.now()) });
  await cio.identify(user.id, { created_at: Math.round(Date.now() / 1000) });
}

export async function libraries(id: string, given?: Date) {
  await cio.identify(id, { created_at: dayjs() });
  await cio.identify(id, { created_at: dayjs().valueOf() });
  await cio.identify(id, { created_at: dayjs(given).toISOString() });
  await cio.identify(id, { created_at: moment() });
  await cio.identify(id, { created_at: moment().toDate() });
  await cio.identify(id, { created_at: moment().format() });
  await cio.identify(id, { created_at: DateTime.now() });
  await cio.identify(id, { created_at: DateTime.now().toMillis() });
  await cio.identify(id, { created_at: DateTime.now().toISO() });
  await cio.identify(id, { created_at: DateTime.now().toJSDate() });
}

export async function named(id: string, createdAt: Date, maybe: Date | null) {
  const now = Date.now();
  await cio.track(id, { name: "signed_up", timestamp: now });
  const created_at = createdAt;
  await cio.identify(id, { created_at });
  const { at: timestamp } = { at: new Date() };
  await cio.track(id, { name: "signed_up", timestamp });
  const left_at = maybe ?? undefined;
  await cio.identify(id, { left_at });
  let later = new Date();
  later = new Date(later.getTime() + 1000);
  await api.sendEmail(
    new SendEmailRequest({ transactional_message_id: 1, identifiers: { id }, to: "a@b.example", send_at: later as any }),
  );
  if (!maybe) return;
  await cio.identify(id, { created_at: maybe });
  const sure: Date | undefined = createdAt;
  await cio.identify(id, { created_at: sure });
}
