import superagent from "superagent";
import * as https from "node:https";
import { HttpService } from "@nestjs/axios";

export async function chain(id: string) {
  await superagent
    .put(`https://track.customer.io/api/v1/customers/${id}`)
    .set("x", "y")
    .send({ created_at: Math.floor(Date.now() / 1000) });
  await superagent.get("https://example.com");
}
export function node(id: string) {
  const request = https.request({ hostname: "track.customer.io", path: `/api/v1/customers/${id}`, method: "PUT" });
  request.write(JSON.stringify({ created_at: Date.now() }));
  request.end();
}
export class Service {
  constructor(private readonly httpService: HttpService) {}
  put(id: string) {
    return this.httpService.put(`https://track.customer.io/api/v1/customers/${id}`, { created_at: Math.floor(Date.now() / 1000) });
  }
}
export async function helpers(this: { helpers: { request(options: object): Promise<unknown> } }, id: string, uri?: string) {
  const options = {
    method: "PUT",
    uri: uri || `https://track.customer.io/api/v1/customers/${id}`,
    body: { created_at: Date.now() },
    json: true,
  };
  return this.helpers.request(options);
}
