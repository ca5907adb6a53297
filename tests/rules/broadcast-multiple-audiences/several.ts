import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12, {}, { emails: ["ada@example.com"], ids: ["1"] } as any);
//                                   ^^^^^^ error[broadcast-multiple-audiences]: of several audiences the SDK sends one: here it is `ids`, and `emails` is dropped
await api.triggerBroadcast(12, {}, {
  ids: ["1"],
  segment: { id: 7 },
//^^^^^^^ error[broadcast-multiple-audiences]: of several audiences the SDK sends one: here it is `ids`, and `segment` is dropped
  data_file_url: "https://example.com/people.json",
//^^^^^^^^^^^^^ error[broadcast-multiple-audiences]: of several audiences the SDK sends one: here it is `ids`, and `data_file_url` is dropped
} as any);
const audience: any = {
  // Those of last year.
  emails: ["ada@example.com"],
  per_user_data: [{ email: "ada@example.com", data: {} }], // and this one
//^^^^^^^^^^^^^ error[broadcast-multiple-audiences]: of several audiences the SDK sends one: here it is `emails`, and `per_user_data` is dropped
};
await api.triggerBroadcast(12, {}, audience);
