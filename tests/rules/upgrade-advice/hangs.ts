//@ sdk = 4.4.0
// The code has no part in it.
export const nothing = 0;
//- /package.json
{
  "name": "customerio-node",
  "dependencies": {
    "express": "^4.0.0",
    "customerio-node": "^4.4.0"
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[upgrade-advice]: customerio-node 4.4.0 has 4 known defects: `timeout` has no effect: a request without a response hangs forever (fixed in 4.5.0)
  },
  "engines": { "node": ">=18" }
}
//- /packages/a/package.json
{
  "devDependencies": { "customerio-node": "~4.4" }
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[upgrade-advice]: a redirect sends the key to hosts that are not Customer.io's (fixed in 4.5.1)
}
