import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const signUp = (id: unknown) => cio.identify(<string>id, { created_at: Date.now() });
//                                                                            ^^^^^^^^^^ error[timestamp-milliseconds]
//- /src/button.tsx
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const Button = (props: { id: string }) => (
  <button onClick={() => cio.identify(props.id, { created_at: Date.now() })}>Join</button>
//                                                            ^^^^^^^^^^ error[timestamp-milliseconds]
);
