//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// In texts and attributes of JSX `&` is a character as others are.
export function Link(props: { a: number; b: number } & object) {
  return (
    <a
      href="/x?a=1&b=2&copy=3&&d&"
      title='this & that & more'
      onClick={() => props.a & props.b && cio.identify("1", { created_at: Math.floor(Date.now() / 1000) }).catch(console.error)}
    >
      Tom & Jerry & friends && more &amp; R&D &
      <b>&</b>
    </a>
  );
}
export const later = () => cio.identify("1", { created_at: Math.floor(Date.now() / 1000) });
