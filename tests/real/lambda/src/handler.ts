import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { TrackClient } from "customerio-node";

const secrets = new SecretsManagerClient({});
let client: Promise<TrackClient> | undefined;

async function connect(): Promise<TrackClient> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.CIO_SECRET_ARN }));
  const { siteId, apiKey } = JSON.parse(SecretString ?? "{}");
  return new TrackClient(siteId, apiKey);
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  client ??= connect();
  const cio = await client;
  const results = await Promise.allSettled(
    event.Records.map(async (record) => {
      const { userId, type, at, payload } = JSON.parse(record.body);
      await cio.track(userId, { name: type, timestamp: Math.floor(new Date(at).getTime() / 1000), data: payload }); // all: rate-limit-unhandled
    }),
  );
  return {
    batchItemFailures: results.flatMap((result, index) =>
      result.status === "rejected" ? [{ itemIdentifier: event.Records[index]!.messageId }] : [],
    ),
  };
};
