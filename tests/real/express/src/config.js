"use strict";

require("dotenv").config();

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

module.exports = {
  port: Number(process.env.PORT ?? 3000),
  customerio: {
    siteId: required("CUSTOMERIO_SITE_ID"),
    trackKey: required("CUSTOMERIO_TRACK_API_KEY"),
    appKey: required("CUSTOMERIO_APP_API_KEY"),
  },
};
