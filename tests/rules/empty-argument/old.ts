//@ sdk = 2.1.1
import TrackClient from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const a = () => cio.destroy("");
//                                 ^^ error[empty-argument]: `customerId` is an empty string
export const b = () => cio.deleteDevice("1", "");
//                                           ^^ error[empty-argument]: `deviceToken` is an empty string
