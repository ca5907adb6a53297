"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.login = exports.join = void 0;
var customerio_node_1 = require("customerio-node");
var client = new customerio_node_1.TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY, { region: customerio_node_1.RegionUS });
function join(user) {
    return __awaiter(this, void 0, void 0, function () {
        return __generator(this, function (_a) {
            switch (_a.label) {
                case 0: return [4 /*yield*/, client.identify(user.id, { email: user.email, created_at: Math.floor(Date.now() / 1000) })];
                case 1:
                    _a.sent();
                    return [2 /*return*/];
            }
        });
    });
}
exports.join = join;
var login = function (user) { return __awaiter(void 0, void 0, void 0, function* () {
    yield client.identify(user.id, { last_login_at: Date.now() }); // timestamp-milliseconds
}); };
exports.login = login;
