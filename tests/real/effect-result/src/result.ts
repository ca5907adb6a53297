import { ResultAsync, errAsync, okAsync } from "neverthrow";
import { CustomerIORequestError, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

type Failure = { kind: "rejected"; status: number } | { kind: "unreachable" };

const failure = (error: unknown): Failure =>
  error instanceof CustomerIORequestError
    ? { kind: "rejected", status: error.statusCode }
    : { kind: "unreachable" };

export const track = (id: string, name: string, data: Record<string, unknown> = {}) =>
  ResultAsync.fromPromise(cio.track(id, { name, data }), failure);

export const identify = (id: string | undefined, attributes: Record<string, unknown>) =>
  id ? ResultAsync.fromPromise(cio.identify(id, attributes), failure) : okAsync(undefined);

export const planted = (id: string) =>
  identify(id, { invited_at: new Date().toISOString() }) // call timestamp-not-unix
    .andThen(() => track(id, "invited")) // call
    .orElse((error) => (error.kind === "unreachable" ? okAsync(undefined) : errAsync(error)));
