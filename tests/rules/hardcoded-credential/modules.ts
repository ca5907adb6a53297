// SvelteKit has the variables in modules, and not in `process.env`.
import { PUBLIC_CIO_SITE_ID } from "$env/static/public";
import { TrackClient } from "customerio-node";

export const a = new TrackClient(PUBLIC_CIO_SITE_ID, "c39f3c7a0d2e4856b19f");
//                                                   ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
