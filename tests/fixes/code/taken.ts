// Names of the SDK that mean something else where a fix writes them.
import { APIClient, SendEmailRequest, RegionEU, TrackClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function parameter(id: string, SendEmailRequest: unknown, to: string) {
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to } as any);
}
export async function local(id: string, to: string) {
  class SendEmailRequest {}
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to } as any);
  return SendEmailRequest;
}
export async function module(id: string, to: string) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 1, identifiers: { id }, to }));
}
export function client(RegionEU: string) {
  return new TrackClient("a", "b", { region: "eu" as any, url: RegionEU });
}
export const region = RegionEU;
enum RegionUS {
  A,
}
export const us = new TrackClient("a", "b", { region: "us" as any });
export const other = RegionUS.A;
