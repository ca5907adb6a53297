export default defineEventHandler(async (event) => {
  event.context.$cio.track(event.context.user.id, { name: "planted" }); // floating-promise
  await event.context.$cio.identify(event.context.user.id, { seen_at: Date.now() }); // timestamp-milliseconds
  return { ok: true };
});
