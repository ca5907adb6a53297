//@ sdk = 4.4.0
export const nothing = 0;
//- /package.json
{ "name": "customerio-node", "dependencies": { "customerio-node-utils": "^4.4.0" }, "keywords": ["customerio-node"] }
//- /packages/a/package.json
{ "dependencies": ["customerio-node"], "devDependencies": { "customerio-node": { "version": "4.4.0" } } }
//- /packages/b/package.json
{
