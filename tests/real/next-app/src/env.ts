import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";

export const env = createEnv({
  server: {
    CUSTOMERIO_SITE_ID: z.string(),
    CUSTOMERIO_TRACK_API_KEY: z.string(),
    CUSTOMERIO_APP_API_KEY: z.string(),
  },
  experimental__runtimeEnv: process.env,
});
