import type { CreateNextContextOptions } from "@trpc/server/adapters/next";
import { cio } from "./cio";
import { getSession } from "./session";

export const createContext = async ({ req }: CreateNextContextOptions) => ({ cio, session: await getSession(req) });
export type Context = Awaited<ReturnType<typeof createContext>>;
