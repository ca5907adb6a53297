let pending;

export function getClient() {
  pending ??= import("customerio-node").then(
    ({ TrackClient, RegionEU }) =>
      new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY, { region: RegionEU }),
  );
  return pending;
}

export async function left(id) {
  const cio = await getClient();
  await cio.track(id, { name: "left", timestamp: Math.floor(Date.now() / 1000) });
}

export async function planted(id) {
  const { APIClient, SendEmailRequest } = await import("customerio-node");
  const api = new APIClient(process.env.CIO_APP_KEY); // region-mismatch
  await (await getClient()).identify(id, { left_at: new Date() }); // timestamp-not-unix
  api.sendEmail( // floating-promise
    new SendEmailRequest({ transactional_message_id: 3, identifiers: { id }, to: "a@example.com" }),
  );
}
