import env from "#start/env";
import logger from "@adonisjs/core/services/logger";
import { TrackClient } from "customerio-node";

const client = new TrackClient(env.get("CIO_SITE_ID"), env.get("CIO_TRACK_KEY"));

export default class CioService {
  async login(user: { id: number; email: string }) {
    await client.identify(user.id, { email: user.email, last_login_at: Math.floor(Date.now() / 1000) }).catch((error) => {
      logger.error({ err: error }, "identify failed");
    });
  }
}
