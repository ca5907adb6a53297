import { Context, Effect, Layer } from "effect";
import { TrackClient } from "customerio-node";
import { Users } from "./users";
import { Local } from "./local";

class Cio extends Context.Tag("Cio")<Cio, TrackClient>() {}
const Keyed = Context.GenericTag<Cio, TrackClient>("Keyed");
class Holder extends Context.Tag("Holder")<Holder, { readonly client: TrackClient }>() {}

class Mailer extends Context.Tag("Mailer")<Mailer, { seen(id: string, at: number): Effect.Effect<unknown> }>() {}
export const MailerLive = Layer.effect(
  Mailer,
  Effect.gen(function* () {
    const cio = yield* Cio;
    return { seen: (id: string, at: number) => Effect.promise(() => cio.identify(id, { last_seen_at: at })) };
  }),
);

export class Made extends Effect.Service<Made>()("Made", {
  sync: () => ({ client: new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!) }),
}) {}

export const flagged = Effect.gen(function* () {
  const cio = yield* Cio;
  yield* Effect.promise(() => cio.identify("1", { last_seen_at: Math.floor(Date.now() / 1000) }));
  const keyed = yield* Keyed;
  yield* Effect.promise(() => keyed.identify("2", { last_seen_at: Math.floor(Date.now() / 1000) }));
  const { client } = yield* Holder;
  yield* Effect.promise(() => client.identify("3", { last_seen_at: Math.floor(Date.now() / 1000) }));
  const mailer = yield* Mailer;
  yield* mailer.seen("4", Date.now());
  const made = yield* Made;
  yield* Effect.promise(() => made.client.identify("5", { last_seen_at: Math.floor(Date.now() / 1000) }));
  const users = yield* Users;
  yield* users.seen("6", Date.now());
  yield* users.seen("7", Math.floor(Date.now() / 1000));
});

class Else {
  *[Symbol.iterator]() {
    yield 1;
  }
}
export const silent = Effect.gen(function* () {
  const other = (yield* Local) as { identify(id: string, data: unknown): void };
  other.identify("1", { last_seen_at: Date.now() });
  const own: unknown = yield* new Else();
  const items = yield* [1, 2];
  return [own, items];
});

//- /src/users.ts
import { Context, Effect, Layer } from "effect";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
interface Shape {
  seen(id: string, at: number): Effect.Effect<unknown>;
}
export class Users extends Context.Tag("Users")<Users, Shape>() {}
export const UsersLive = Layer.succeed(Users, {
  seen: (id: string, at: number) => Effect.promise(() => cio.identify(id, { last_seen_at: at })),
});

//- /src/local.ts
import { Context, Layer } from "effect";

export class Local extends Context.Tag("Local")<Local, { identify(id: string, data: unknown): void }>() {}
export const LocalLive = Layer.succeed(Local, { identify() {} });
