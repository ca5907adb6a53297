"use strict";

const { TrackClient, RegionEU } = require("customerio-node");

let cached = null;
const client = () => {
  if (cached) return cached;
  cached = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY, { region: RegionEU });
  return cached;
};

const upsert = ({ id, email, createdAt }) =>
  client().identify(id, { email, created_at: (new Date(createdAt).getTime() / 1000) | 0 });

const remove = async (id) => {
  try {
    await client().destroy(id);
  } catch (error) {
    if (error.statusCode !== 404) throw error;
  }
};

module.exports = { remove, upsert };
