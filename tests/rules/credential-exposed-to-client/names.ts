import { APIClient, TrackClient } from "customerio-node";
import { env } from "./env";

export const a = new TrackClient(process.env.NEXT_PUBLIC_CIO_SITE_ID!, process.env.NEXT_PUBLIC_CIO_TRACK_KEY!);
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-exposed-to-client]: `NEXT_PUBLIC_CIO_TRACK_KEY` exposes the Track API key to browsers: variables with the prefix `NEXT_PUBLIC_` are bundled for the browser, where anyone can read the key
export const b = new APIClient(import.meta.env.VITE_CUSTOMERIO_APP_API_KEY);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-exposed-to-client]: App API key
export const c = new APIClient(env.appKey);
//                             ^^^^^^^^^^ warning[credential-exposed-to-client]: `EXPO_PUBLIC_CIO_KEY`
//- /src/env.ts
export const env = { appKey: process.env.EXPO_PUBLIC_CIO_KEY! };
