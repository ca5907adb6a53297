const { SendEmailRequest } = require("customerio-node");
const { isEmpty } = require("customerio-node/dist/lib/utils");
const { version } = require("customerio-node/package.json");

exports.all = [SendEmailRequest, isEmpty, version];
