"use client";
import { TrackClient } from "customerio-node";

export function Button() {
  const cio = new TrackClient(process.env.SITE_ID!, process.env.KEY!);
  //              ^^^^^^^^^^^ warning[credential-exposed-to-client]: TrackClient is made in a file for browsers
  return <button onClick={() => cio.track("1", { name: "clicked" }).catch(console.error)} />;
}
