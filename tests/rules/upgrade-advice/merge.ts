//@ sdk = 3.1.2
export const nothing = 0;
//- /package.json
{ "dependencies": { "customerio-node": "3.1.2" } }
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[upgrade-advice]: `mergeCustomers` sends to the wrong host and always fails (fixed in 3.3.4)
