import { Effect, Layer, Context, Config, Redacted } from "effect";
import { TrackClient } from "customerio-node";

export class Cio extends Context.Tag("Cio")<Cio, TrackClient>() {}

export const CioLive = Layer.effect(
  Cio,
  Effect.gen(function* () {
    const siteId = yield* Config.string("CIO_SITE_ID");
    const key = yield* Config.redacted("CIO_TRACK_KEY");
    return new TrackClient(siteId, Redacted.value(key));
  }),
);

export const signedUp = (id: string) =>
  Effect.gen(function* () {
    const cio = yield* Cio;
    yield* Effect.tryPromise(() => cio.track(id, { name: "signed_up" }));
  });
