"use client";
import { TrackClient } from "customerio-node";

export function Button() {
  const cio = new TrackClient(process.env.SITE_ID!, process.env.KEY!);
  //              ^^^^^^^^^^^ warning[credential-exposed-to-client]: TrackClient is created in a file that is bundled for the browser: anyone who opens the page can read its credentials
  return <button onClick={() => cio.track("1", { name: "clicked" }).catch(console.error)} />;
}
