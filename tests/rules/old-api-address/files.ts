import { LEGACY } from "./hosts";

export const segments = () => fetch(`${LEGACY}/segments`);
//                                  ^^^^^^^^^^^^^^^^^^^^ info[old-api-address]: `api.customer.io/v1/api` is an old address
//- /src/hosts.ts
export const LEGACY = "https://api.customer.io/v1/api";
