//@ sdk = 2.1.1
// What still works is no reason; nor is what others need.
export const nothing = 0;
//- /package.json
{ "engines": { "node": ">=12" }, "dependencies": { "customerio-node": "2.1.1" } }
