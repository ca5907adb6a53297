// A server action behind a button, in a file with markup.
import { TrackClient, RegionEU } from "customerio-node";
import type { Line } from "./types.js";

const cio = new TrackClient(
  process.env.CUSTOMERIO_SITE_ID!,
  process.env.CUSTOMERIO_TRACK_API_KEY!,
  { region: RegionEU },
);

export function AddToCart({ customerId, line }: { customerId: string; line: Line }) {
  return (
    <button
      onClick={() =>
        cio.track(customerId, {
          name: "Added To Cart", // event-name-snake-case
          data: { sku: line.sku, quantity: line.quantity },
        })
      }
    >
      Add to cart
    </button>
  );
}

export function EmptyCart({ customerId }: { customerId: string }) {
  const empty = () => cio.track(customerId, { name: "cart_emptied" });
  return <button onClick={empty}>Empty the cart</button>;
}
