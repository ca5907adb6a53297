import { ApplicationFailure } from "@temporalio/activity";
import { CustomerIORequestError, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

export async function trackActivity(input: { userId: string; event: string; occurredAt: string }): Promise<void> {
  try {
    await cio.track(input.userId, { name: input.event, timestamp: Math.floor(new Date(input.occurredAt).valueOf() / 1000) });
  } catch (error) {
    if (error instanceof CustomerIORequestError && error.statusCode === 401) {
      throw ApplicationFailure.nonRetryable("The key is wrong", "Unauthorized");
    }
    throw error;
  }
}
