import { APIClient } from "customerio-node";
import { ConfigService } from "@nestjs/config";
import { createEnv } from "@t3-oss/env-core";
import { cleanEnv, str } from "envalid";
import envVar from "env-var";
import * as v from "valibot";
import { z } from "zod";

const schema = z.object({ CUSTOMERIO_TRACK_API_KEY: z.string() });
const parsed = schema.safeParse(process.env);
const strict = schema.strict().parse({ ...process.env });
const clean = cleanEnv(process.env, { CUSTOMERIO_TRACK_API_KEY: str() });
const listed = createEnv({
  server: { CIO_KEY: z.string() },
  runtimeEnv: { CIO_KEY: process.env.CUSTOMERIO_TRACK_API_KEY },
});
const valibot = v.parse(v.object({ CUSTOMERIO_TRACK_API_KEY: v.string() }), process.env);
const renamed = z.object({ A: z.string() }).transform((all) => ({ trackApiKey: all.A })).parse(process.env);

export const zod = new APIClient(strict.CUSTOMERIO_TRACK_API_KEY);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: `CUSTOMERIO_TRACK_API_KEY` names
export const safe = new APIClient(parsed.data!.CUSTOMERIO_TRACK_API_KEY);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const envalid = new APIClient(clean.CUSTOMERIO_TRACK_API_KEY);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const t3 = new APIClient(listed.CIO_KEY!);
//                              ^^^^^^^^^^^^^^^ warning[wrong-api-key]: `CUSTOMERIO_TRACK_API_KEY` names
export const vb = new APIClient(valibot.CUSTOMERIO_TRACK_API_KEY);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const ev = new APIClient(envVar.get("CUSTOMERIO_TRACK_API_KEY").required().asString());
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]

export class Mail {
  private readonly api: APIClient;

  constructor(private readonly config: ConfigService) {
    this.api = new APIClient(this.config.getOrThrow<string>("CUSTOMERIO_TRACK_API_KEY"));
    //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
  }
}
