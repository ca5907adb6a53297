//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.reportMetric({ delivery_id: "d1", metric: "open" });
//                                                  ^^^^^^ error[metric-name]: `open` is not a valid metric
await cio.reportMetric({ delivery_id: "d1", metric: "Bounced" });
//                                                  ^^^^^^^^^ warning[metric-name]: `Bounced` is not the documented spelling of the metric
await cio.reportMetric({ delivery_id: "d1", metric: "sent" });
//                                                  ^^^^^^ error[metric-name]: `sent` is not a valid metric
