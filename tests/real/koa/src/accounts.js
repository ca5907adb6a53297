import { nanoid } from "nanoid";
import { accounts } from "./store.js";

const seconds = (ms = Date.now()) => Math.floor(ms / 1000);

export async function create(ctx) {
  const account = await accounts.insert({ id: nanoid(), ...ctx.request.body });
  await ctx.cio.identify(account.id, { email: account.email, created_at: seconds() });
  ctx.status = 201;
  ctx.body = account;
}

export async function update(ctx) {
  const account = await accounts.update(ctx.params.id, ctx.request.body);
  await ctx.cio.identify(account.id, { plan: account.plan, updated_at: seconds(account.updatedAtMs) });
  ctx.body = account;
}

export async function remove(ctx) {
  await accounts.delete(ctx.params.id);
  ctx.cio.destroy(ctx.params.id); // floating-promise
  ctx.status = 204;
}
