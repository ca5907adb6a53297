"use strict";

const customerio = require("../../../../services/customerio");

module.exports = {
  async afterCreate({ result }) {
    await customerio.upsert(result); // call
  },
  async afterDelete({ result }) {
    await customerio.remove(result.id); // call
  },
  afterUpdate({ result }) {
    customerio.upsert(result); // call floating-promise
  },
};
