export default defineEventHandler(async (event) => {
  const { score, comment } = await readBody(event);
  const { user, $cio } = event.context;
  if (!user) throw createError({ statusCode: 401 });
  await $cio.track(user.id, { name: "feedback_given", data: { score, comment: String(comment).slice(0, 500) } });
  return { ok: true };
});
