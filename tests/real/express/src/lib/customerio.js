"use strict";

const { APIClient, RegionEU, TrackClient } = require("customerio-node");
const config = require("../config");

const track = new TrackClient(config.customerio.siteId, config.customerio.trackKey, { region: RegionEU });
const api = new APIClient(config.customerio.appKey, { region: RegionEU });

module.exports = { api, track };
