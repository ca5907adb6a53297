import * as functions from "firebase-functions";
import * as admin from "firebase-admin";
import { TrackClient, RegionUS } from "customerio-node";

admin.initializeApp();
const config = functions.config();
const cio = new TrackClient(config.customerio.site_id, config.customerio.api_key, { region: RegionUS });

export const onUserCreated = functions.auth.user().onCreate((user) =>
  cio.identify(user.uid, {
    email: user.email,
    created_at: Math.floor(Date.parse(user.metadata.creationTime) / 1000),
  }),
);

export const onUserDeleted = functions.auth.user().onDelete(async (user) => {
  await cio.destroy(user.uid);
});

export const onOrder = functions.firestore.document("orders/{id}").onCreate(async (snapshot, context) => {
  const order = snapshot.data();
  await cio.track(order.uid, {
    name: "order_created",
    timestamp: order.createdAt.seconds,
    data: { order_id: context.params.id, total: order.total },
  });
});

export const planted = functions.https.onCall(async (data, context) => {
  if (!context.auth) throw new functions.https.HttpsError("unauthenticated", "Sign in first");
  cio.track(context.auth.uid, { name: data.event }); // floating-promise
  await cio.identify(context.auth.uid, { seen_at: context.auth.token.auth_time });
  return { ok: true };
});
