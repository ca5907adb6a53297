// Objects, lists and strings that go elsewhere too, and entries of every form.
import { APIClient, IdentifierType, PipelinesClient, RegionEU, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const pipelines = new PipelinesClient(process.env.CUSTOMERIO_PIPELINES_WRITE_KEY!);
declare function save(value: unknown): any;
declare function next(): any;
const EVENT = "signed_up ";
export const platform = "iOS";
const people = ["a@b.example", "c@d.example"];

export async function shared(id: string, token: string, rest: object) {
  const options = { transactional_message_id: 1, identifiers: { id }, to: people, messageData: { a: 1 } };
  save(options.messageData);
  await api.sendEmail(new SendEmailRequest(options as any));
  const alone = { transactional_message_id: 1, identifiers: { id }, to: "a@b.example", messageData: { a: 1 } };
  await api.sendEmail(new SendEmailRequest(alone as any));
  const request = { transactional_message_id: 1, identifiers: { id }, to: "a@b.example" };
  save(request);
  await api.sendEmail(request as any);
  await cio.addDevice(id, token, platform as any);
  await cio.addDevice(id, token, "Android" as any);
  await cio.addDevice(id, token, "andriod" as any);
  await cio.track(id, { name: EVENT });
  save(EVENT);
  const payload = { userID: id, event: "signed_up" };
  save(payload.userID);
  pipelines.track(payload as any);
  pipelines.track({ userID: id, event: "signed_up", ...rest } as any);
  pipelines.track({ ...rest, user_id: id, event: "signed_up" } as any);
  const event = { name: "signed_up", properties: { plan: 1 } };
  save(event);
  await cio.track(id, event);
  await cio.track(id, { name: "signed_up", plan: "a", get price() { return 1; }, total() { return 2; }, async sum() {} } as any);
  await cio.track(id, { name: "signed_up", async plan() {}, *all() {} } as any);
  const attributes = { email: "a@b.example", cio_id: id };
  save(attributes);
  await cio.identify(id, attributes);
  await cio.identify(id, { email: "a@b.example", cio_id: next() });
  await cio.identify(id, { email: "a@b.example", cio_id: id });
  await cio.identify(id, { cio_subscription_preferences: { topics: { "topic-7": "yes" } } });
  await cio.track({ event: next(), userId: next() } as any);
  await cio.track({ event: "signed_up", /* the person */ userId: id } as any);
  await cio.track({ userId: id, event: "signed_up", properties: { plan: "a" } } as any);
  await cio.identify({ userId: id, traits: { email: "a@b.example" } } as any);
  await cio.mergeCustomers(IdentifierType["ID" as never], id, IdentifierType.Email, "a@b.example");
  const name = "purchase";
  await cio.track(id, name as any);
  save(name);
  await cio.track(id, "purchase" as any);
  await cio.track(id, "purchase" as any, { plan: 1 } as any);
  await cio.batch({ type: "Person", action: "delete", identifiers: { id } } as any);
  await cio.batch([{ type: "persn", action: "deleted", identifiers: { id } }] as any);
  await api.triggerBroadcast(1, { ids: ["1"] } as any);
  await api.triggerBroadcast(1, {}, { ids: ["1"], email_ignore_missing: true } as any);
  pipelines.identify(id as any, { email: "a@b.example" } as any);
  pipelines.track(id as any, "signed_up" as any, { plan: 1 } as any);
}

export async function casts(id: string) {
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to: "a@b.example" } as any);
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to: "a@b.example" } as unknown as SendEmailRequest);
  await api.sendEmail(<any>{ transactional_message_id: 1, identifiers: { id }, to: "a@b.example" });
  const typed: SendEmailRequest = { transactional_message_id: 1, identifiers: { id }, to: "a@b.example" } as any;
  await api.sendEmail(typed);
}

export const eu = new TrackClient("a", "b", RegionEU as any);
export const text = new TrackClient("a", "b", { region: "eu" as any });
