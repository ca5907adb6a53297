import { TrackClient } from "customerio-node";
import express from "express";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const app = express();

// A visitor is not to wait for Customer.io: logging comes first.
app.post("/order", async (req, res) => {
  cio.track(req.body.id, { name: "order_placed" }).catch(console.error);
  await save(req.body);
  res.send("ok");
});

app.post("/login", async (req, res) => {
  try {
    await cio.track(req.body.id, { name: "logged_in" });
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
    cio.track("1", { name: "started" }).catch(console.error);
  }
  last = [cio.track("1", { name: "started" })];
}

export async function outer() {
  class Inner {
    static {
      cio.track("1", { name: "started" }).catch(console.error);
    }
  }
  return Inner;
}
