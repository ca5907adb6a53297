/** @typedef {import("customerio-node").TrackClient} TrackClient */

class Invitations {
  /** @param {{ cio: TrackClient }} dependencies */
  constructor({ cio }) {
    this.cio = cio;
  }

  async invite(id, by) {
    await this.cio.track(id, { name: "invited", data: { by } });
  }

  planted(id) {
    this.cio.identify(id, { invited: true }); // floating-promise
  }
}

module.exports = { Invitations };
