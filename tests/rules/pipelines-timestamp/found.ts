//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function found(userId: string, date: Date) {
  await cdp.track({ userId, event: "Order Completed", timestamp: Date.now() });
//                                                               ^^^^^^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of milliseconds, not an ISO 8601 string
  await cdp.track({ userId, event: "Order Completed", timestamp: Math.floor(Date.now() / 1000) });
//                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of seconds, not an ISO 8601 string
  await cdp.identify({ userId, timestamp: date.getTime() / 1000 });
//                                        ^^^^^^^^^^^^^^^^^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of seconds, not an ISO 8601 string
  await cdp.page({ userId, timestamp: 1704067200 });
//                                    ^^^^^^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of seconds, not an ISO 8601 string
  const timestamp = Date.now();
  await cdp.screen({ userId, timestamp });
//                           ^^^^^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of milliseconds, not an ISO 8601 string
  const event = { userId, event: "Order Completed", timestamp: Date.now() };
  await cdp.track(event);
//                ^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of milliseconds, not an ISO 8601 string
  await cdp.batch([{ type: "track", userId, event: "Order Completed", timestamp: 1704067200000 }]);
//                                                                               ^^^^^^^^^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of milliseconds, not an ISO 8601 string
}
