const { SendEmailRequest } = require("customerio-node/dist/lib/api/requests");
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[deep-import]: a file inside the package
const { isEmpty } = require("customerio-node/dist/lib/utils");
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[deep-import]
const { version } = require("customerio-node/package.json");

exports.all = [SendEmailRequest, isEmpty, version];
