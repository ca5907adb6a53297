//@ sdk = 3.0.1
import CIO from "customerio-node";

const cio: CIO = new CIO(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//                   ^^^ error[legacy-default-import]: `CIO` is the module, not a class, since 3.0: `new` throws a TypeError
export default cio;
