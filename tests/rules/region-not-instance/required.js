const { TrackClient } = require("customerio-node");

module.exports.a = new TrackClient(process.env.SITE_ID, process.env.API_KEY, { region: "EU" });
//                                                                                     ^^^^ error[region-not-instance]
