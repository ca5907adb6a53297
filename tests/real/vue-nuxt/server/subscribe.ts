import { TrackClient } from "customerio-node";

const cache = new Map<string, TrackClient>();

export function clientFor(workspace: { siteId: string; apiKey: string }): TrackClient {
  const known = cache.get(workspace.siteId);
  if (known) return known;
  const client = new TrackClient(workspace.siteId, workspace.apiKey);
  cache.set(workspace.siteId, client);
  return client;
}

export const subscribe = async (workspace: { siteId: string; apiKey: string }, email: string) => {
  const client = clientFor(workspace);
  await client.identify(email.trim().toLowerCase(), { email, subscribed_at: Math.floor(Date.now() / 1000) });
};
