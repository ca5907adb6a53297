//@ floating-promise.severity = off
//@ sdk = 2.1.1
const CIO = require("customerio-node");
const { RegionEU } = require("customerio-node/regions");

const cio = new CIO(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_API_KEY, { region: RegionEU });

cio.identify("42", { created_at: Date.now() }).then(console.log, console.error);
//                               ^^^^^^^^^^ error[timestamp-milliseconds]
cio.track("42", { name: "updated", timestamp: Math.round(Date.now() / 1000) });
