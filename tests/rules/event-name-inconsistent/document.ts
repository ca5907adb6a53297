import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const signUp = (id: string) => cio.track(id, { name: "signed_up" });

//- /README.md
# The names in a document are no names of the program

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "signedUp" });
```

```ts
await cio.track("42", { name: "Signed Up" });
```
