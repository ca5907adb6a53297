import { TrackClient } from "customerio-node";

namespace Cio {
  export const client = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
  const hidden = { identify(_id: string, _data: unknown) {} };
  export let other = hidden;
  export interface Seen {
    last_seen_at: number;
  }
  export function seen(id: string, at: number) {
    return client.identify(id, { last_seen_at: at });
  }
  export namespace Times {
    export const now = () => Date.now();
    export const seconds = () => Math.floor(Date.now() / 1000);
  }
}

namespace Deep.Inside {
  export const client = Cio.client;
}

export namespace Types {
  export type Id = string;
}

// Merged: which of the two has a name is not looked for.
namespace Twice {
  export const client = Cio.client;
}
namespace Twice {
  export const id = "1";
}

// A namespace of this name elsewhere.
declare namespace Elsewhere {
  const client: { identify(id: string, data: unknown): void };
}

export async function all(id: Types.Id) {
  await Cio.client.identify(id, { last_seen_at: Math.floor(Date.now() / 1000) });
  await Cio.seen(id, Math.floor(Date.now() / 1000));
  await Cio.client.identify(id, { last_seen_at: Math.floor(Cio.Times.now() / 1000) });
  await Deep.Inside.client.identify(id, { last_seen_at: Math.floor(Date.now() / 1000) });
  await Cio.seen(id, Cio.Times.seconds());
  Cio.other.identify(id, { last_seen_at: Date.now() });
  await Twice.client.identify(id, { last_seen_at: Date.now() });
  Elsewhere.client.identify(id, { last_seen_at: Date.now() });
}
