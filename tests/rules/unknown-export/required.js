const { APIClient, Client } = require("customerio-node");
//                 ^^^^^^ warning[unknown-export]: `customerio-node` does not export `Client`

exports.all = async () => {
  const { IdentifierType, TransactionalClient: Mailer } = await import("customerio-node");
  //                                           ^^^^^^ warning[unknown-export]: `TransactionalClient`
  return [APIClient, Client, IdentifierType, Mailer];
};
