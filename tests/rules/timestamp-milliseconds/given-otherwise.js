// A parameter is not known where some call may give something else.
import { TrackClient } from "customerio-node";

const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

function sometimes(cio) {
  cio.identify("1", { last_login_at: Date.now() });
}
export function shared(cio) {
  cio.identify("1", { last_login_at: Date.now() });
}
function listed(cio) {
  cio.identify("1", { last_login_at: Date.now() });
}
const again = async (cio, left) => {
  await cio.identify("1", { last_login_at: Date.now() });
//                                         ^^^^^^^^^^ warning[timestamp-milliseconds]
  if (left) await again(cio, left - 1);
};
function handed(cio) {
  cio.identify("1", { last_login_at: Date.now() });
}
const late = (cio) => cio.identify("1", { last_login_at: Date.now() });

export function main(other, all, ...rest) {
  sometimes(client);
  sometimes(other);
  shared(client);
  listed(client);
  all.forEach(listed);
  void again(client, 3).catch(console.error);
  handed(client);
  handed(...rest);
  void late(client).catch(console.error);
}
export { late };
