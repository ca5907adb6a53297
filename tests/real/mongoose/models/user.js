const mongoose = require("mongoose");
const { identify, track } = require("../services/customerio");

const schema = new mongoose.Schema({ email: String, plan: String, lastSeen: Date }, { timestamps: true });

schema.post("save", async function (user) {
  await identify(user); // call
});

schema.methods.upgrade = async function (plan) {
  this.plan = plan;
  await this.save();
  track(this.id, "plan_upgraded", { plan }); // call floating-promise
};

module.exports = mongoose.model("User", schema);
