// Promises that libraries wrap.
import { HttpService } from "@nestjs/axios";
import got from "got";
import ky from "ky";
import { firstValueFrom, lastValueFrom, map } from "rxjs";

const BASE = "https://track.customer.io/api/v1";

export async function dropped(id: string) {
  await ky.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).json();
  return got.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).text();
}
export async function awaited(id: string) {
  await ky.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).json();
  return got.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).text();
}
export class Sender {
  constructor(private readonly http: HttpService) {}
  async dropped(id: string) {
    const url = `${BASE}/customers/${encodeURIComponent(id)}`;
    await firstValueFrom(this.http.put(url, { plan: "pro" }));
    return lastValueFrom(this.http.put(url, { plan: "pro" }).pipe(map((response) => response.data)));
  }
  async awaited(id: string) {
    const url = `${BASE}/customers/${encodeURIComponent(id)}`;
    await firstValueFrom(this.http.put(url, { plan: "pro" }));
    this.http.put(url, { plan: "pro" }).subscribe();
    return firstValueFrom(this.http.put(url, { plan: "pro" }).pipe(map((response) => response.data)));
  }
}
