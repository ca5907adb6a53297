//@ sdk = 2.1.1
import CIO from "customerio-node";

const cio = new CIO(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const opened = () => cio.trackAnonymous("anonymous-42", { name: "opened_page" });
//                                             ^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects only the event, found an id first
export const fine = () => cio.trackAnonymous({ name: "opened_page" });
