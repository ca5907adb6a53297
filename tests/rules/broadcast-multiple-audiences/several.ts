import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12, {}, { emails: ["ada@example.com"], ids: ["1"] } as any);
//                                   ^^^^^^ error[broadcast-multiple-audiences]: `ids` and `emails` in the same broadcast: the SDK sends one audience, `ids`, and drops `emails`
await api.triggerBroadcast(12, {}, {
  ids: ["1"],
  segment: { id: 7 },
//^^^^^^^ error[broadcast-multiple-audiences]: `ids` and `segment` in the same broadcast: the SDK sends one audience, `ids`, and drops `segment`
  data_file_url: "https://example.com/people.json",
//^^^^^^^^^^^^^ error[broadcast-multiple-audiences]: `ids` and `data_file_url` in the same broadcast: the SDK sends one audience, `ids`, and drops `data_file_url`
} as any);
const audience: any = {
  // Those of last year.
  emails: ["ada@example.com"],
  per_user_data: [{ email: "ada@example.com", data: {} }], // and this one
//^^^^^^^^^^^^^ error[broadcast-multiple-audiences]: `emails` and `per_user_data` in the same broadcast: the SDK sends one audience, `emails`, and drops `per_user_data`
};
await api.triggerBroadcast(12, {}, audience);
