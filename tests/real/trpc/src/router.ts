import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Context } from "./context";

const t = initTRPC.context<Context>().create();
const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, session: ctx.session } });
});

export const appRouter = t.router({
  setPlan: protectedProcedure.input(z.object({ plan: z.enum(["free", "pro"]) })).mutation(async ({ ctx, input }) => {
    await ctx.cio.identify(ctx.session.userId, { plan: input.plan, plan_changed_at: Math.floor(Date.now() / 1000) });
    await ctx.cio.track(ctx.session.userId, { name: "plan_changed", data: { plan: input.plan } });
    return { plan: input.plan };
  }),
  planted: protectedProcedure.mutation(({ ctx }) => {
    ctx.cio.track(ctx.session.userId, { name: "planted" }); // floating-promise
  }),
});
