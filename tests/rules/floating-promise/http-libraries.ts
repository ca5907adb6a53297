// Promises that libraries wrap.
import { HttpService } from "@nestjs/axios";
import got from "got";
import ky from "ky";
import { firstValueFrom, lastValueFrom, map } from "rxjs";

const BASE = "https://track.customer.io/api/v1";

export function dropped(id: string) {
  ky.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).json();
//^^^^^^ warning[floating-promise]: the promise chain that starts with this request is never awaited
  got.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).text();
//^^^^^^^ warning[floating-promise]: the promise chain that starts with this request is never awaited
}
export async function awaited(id: string) {
  await ky.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).json();
  return got.put(`${BASE}/customers/${encodeURIComponent(id)}`, { json: { plan: "pro" } }).text();
}
export class Sender {
  constructor(private readonly http: HttpService) {}
  dropped(id: string) {
    const url = `${BASE}/customers/${encodeURIComponent(id)}`;
    firstValueFrom(this.http.put(url, { plan: "pro" }));
//                 ^^^^^^^^^^^^^ warning[floating-promise]: the promise of this request is not awaited
    lastValueFrom(this.http.put(url, { plan: "pro" }).pipe(map((response) => response.data)));
//                ^^^^^^^^^^^^^ warning[floating-promise]: the promise of this request is not awaited
  }
  async awaited(id: string) {
    const url = `${BASE}/customers/${encodeURIComponent(id)}`;
    await firstValueFrom(this.http.put(url, { plan: "pro" }));
    this.http.put(url, { plan: "pro" }).subscribe();
    return firstValueFrom(this.http.put(url, { plan: "pro" }).pipe(map((response) => response.data)));
  }
}
