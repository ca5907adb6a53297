// No version is known.
export const nothing = 0;
//- /package.json
{ "engines": { "node": ">=12" }, "dependencies": { "customerio-node": "latest" } }
