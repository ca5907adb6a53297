//@ sdk = 4.5.1
import { APIClient, SendEmailRequest } from "customerio-node/api";
//                                           ^^^^^^^^^^^^^^^^^^^ error[legacy-subpath-import]: `customerio-node/api` was removed in 3.0: Node cannot resolve the import
import { RegionEU } from 'customerio-node/regions';
//                        ^^^^^^^^^^^^^^^^^^^^^^^ error[legacy-subpath-import]: `customerio-node/regions` was removed in 3.0: Node cannot resolve the import
import type { Region } from 'customerio-node/regions';
//                           ^^^^^^^^^^^^^^^^^^^^^^^ warning[legacy-subpath-import]
import Track from "customerio-node/track";
//                 ^^^^^^^^^^^^^^^^^^^^^ error[legacy-subpath-import]

export { APIClient } from "customerio-node/api";
//                         ^^^^^^^^^^^^^^^^^^^ error[legacy-subpath-import]

export const region: Region = RegionEU;
export const cio = new Track(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const request = SendEmailRequest;
