import { TrackClient } from "@customerio/track";
//                           ^^^^^^^^^^^^^^^^^ warning[unknown-package]

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /package.json
{
  "dependencies": {
    "@customerio/track": "^1.0.0",
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-package]: `@customerio/track` is not the SDK, whose package is `customerio-node`
    "customerio": "*",
//  ^^^^^^^^^^^^^^^^^ warning[unknown-package]
    "left-pad": "1.3.0"
  }
}
//- /packages/beside/package.json
{
  "dependencies": { "customerio-node": "^4.2.0", "customer.io": "^2.0.0" },
//                                               ^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-package]
  "devDependencies": { "@customerio/node": "latest", "left-pad": "1.3.0" }
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-package]
}
//- /packages/alone/package.json
{
  "peerDependencies": { "@customerio/node": "latest" },
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-package]
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
