import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { TrackClient } from "customerio-node";
import { resolvers } from "./resolvers";
import { typeDefs } from "./schema";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
const server = new ApolloServer({ typeDefs, resolvers });
const { url } = await startStandaloneServer(server, {
  context: async ({ req }) => ({ cio, userId: req.headers["x-user-id"] }),
});
console.log(`ready at ${url}`);
