import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /package.json
{
  "dependencies": {
    "customerio-node": "^5.2.0",
    "left-pad": "1.3.0"
  }
}
//- /packages/beside/package.json
{
  "dependencies": { "customerio-node": "^4.2.0" },
  "devDependencies": { "left-pad": "1.3.0" }
}
//- /packages/alone/package.json
{
  "peerDependencies": {  },
  "dependencies": { "customerio-node": "^5.2.0" }
}
//- /packages/silent/package.json
{
  "name": "customerio",
  "keywords": ["customer.io", "@customerio/track"],
  "overrides": { "customerio": "1.0.0" },
  "dependencies": {
    "customerio": "npm:customerio-node@5",
    "customer.io": "github:somebody/customer.io",
    "@customerio/node": "workspace:*",
    "@customerio/cdp-analytics-node": "^0.3.0",
    "customerio-reactnative": "^4.0.0"
  }
}
