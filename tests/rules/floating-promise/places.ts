import { TrackClient } from "customerio-node";
import express from "express";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const app = express();

// A visitor is not to wait for Customer.io: logging comes first.
app.post("/order", async (req, res) => {
  cio.track(req.body.id, { name: "order_placed" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await save(req.body);
  res.send("ok");
});

app.post("/login", async (req, res) => {
  try {
    cio.track(req.body.id, { name: "logged_in" });
//  ^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: this `try` cannot catch a failed request, and the unhandled rejection ends the process on Node 15 and newer
  } catch (error) {
    console.error(error);
  }
  res.send("ok");
});

async function save(body: unknown) {
  console.log(body);
}

// `await` belongs to no function here.
export class Plans {
  static {
    cio.track("1", { name: "started" });
//  ^^^^^^^^^ info[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  }
  last = [cio.track("1", { name: "started" })];
}

export async function outer() {
  class Inner {
    static {
      cio.track("1", { name: "started" });
//    ^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
    }
  }
  return Inner;
}
