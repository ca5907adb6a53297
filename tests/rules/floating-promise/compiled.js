// What a compiler makes of an async function.
"use strict";
var customerio_node_1 = require("customerio-node");
var cio = new customerio_node_1.TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
function seen(id) {
  return __awaiter(this, void 0, void 0, function () {
    return __generator(this, function (_a) {
      switch (_a.label) {
        case 0: return [4 /*yield*/, cio.track(id, { name: "seen" })];
        case 1:
          _a.sent();
          return [2 /*return*/];
      }
    });
  });
}
exports.seen = seen;
