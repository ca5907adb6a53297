//@ sdk = 5.2.0
export const nothing = 0;
//- /package.json
{
  "engines": { "node": "^18 || >=20" },
  "dependencies": { "customerio-node": "^5.0.0" }
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[upgrade-advice]: customerio-node 5.2.0 declares `engines: node >=22`, but this package allows Node.js 18
}
//- /packages/a/package.json
{
  "engines": { "node": ">=22.1" },
  "dependencies": { "customerio-node": "^5.0.0" }
}
//- /packages/b/package.json
{
  "engines": { "node": "lts", "npm": ">=8" },
  "dependencies": { "customerio-node": "^5.0.0" }
}
