//@ region = eu
import { LEGACY } from "./hosts";

// The host of the other region is the worse mistake, and told as that.
export const segments = () => fetch(`${LEGACY}/segments`);
//                                  ^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: this host is in the US, but the settings place the account in the EU
//- /src/hosts.ts
export const LEGACY = "https://beta-api.customer.io/v1/api";
