// What NestJS' `HttpService` and Angular's `HttpClient` give sends nothing until something subscribes to it.
import { HttpClient } from "@angular/common/http";
import { HttpService } from "@nestjs/axios";
import { inject } from "@angular/core";
import { firstValueFrom, forkJoin, map, type Observable } from "rxjs";

const BASE = "https://track.customer.io/api/v1";
declare const unknown: any;

export class Sender {
  private readonly angular = inject(HttpClient);
  private pending: Observable<unknown>[] = [];
  constructor(private readonly http: HttpService, private readonly client: any) {}

  dropped(id: string) {
    const url = `${BASE}/customers/${encodeURIComponent(id)}`;
    this.http.put(url, { plan: "pro" });
//  ^^^^^^^^^^^^^ warning[floating-promise]: nothing subscribes to the Observable of this request: an Observable does nothing until then, so the request is never sent
    this.http.put(url, { plan: "pro" }).pipe(map((response) => response.data));
//  ^^^^^^^^^^^^^ warning[floating-promise]: nothing subscribes
    this.angular.post(`${url}/events`, { name: "seen" });
//  ^^^^^^^^^^^^^^^^^ warning[floating-promise]
    void this.http.put(url, { plan: "pro" });
//       ^^^^^^^^^^^^^ warning[floating-promise]
    const result = this.http.put(url, { plan: "pro" });
//                 ^^^^^^^^^^^^^ warning[floating-promise]
  }
  async awaited(id: string) {
    await this.http.put(`${BASE}/customers/${encodeURIComponent(id)}`, { plan: "pro" });
//        ^^^^^^^^^^^^^ warning[floating-promise]
    this.sent(id);
//  ^^^^^^^^^ warning[floating-promise]: nothing subscribes to the Observable of `sent`
  }
  sent(id: string) {
    return this.http.put(`${BASE}/customers/${encodeURIComponent(id)}`, { plan: "pro" });
  }

  async silent(id: string) {
    const url = `${BASE}/customers/${encodeURIComponent(id)}`;
    this.http.put(url, { plan: "pro" }).subscribe();
    this.http.put(url, { plan: "pro" }).pipe(map((response) => response.data)).subscribe({ error: console.error });
    await firstValueFrom(this.http.put(url, { plan: "pro" }));
    await this.http.put(url, { plan: "pro" }).toPromise();
    const later = this.http.put(url, { plan: "pro" });
    later.subscribe();
    this.pending.push(this.http.put(url, { plan: "pro" }));
    this.pending = [this.http.put(url, { plan: "pro" })];
    forkJoin([this.http.put(url, { plan: "pro" })]).subscribe();
    this.sent(id).subscribe();
    await this.http.axiosRef.put(url, { plan: "pro" });
    const { data } = await (this.http.put(url, { plan: "pro" }) as any);
    return data;
  }
  // Not known to be cold.
  other(id: string) {
    const url = `${BASE}/customers/${encodeURIComponent(id)}`;
    unknown.http.put(url, { plan: "pro" });
    return this.client;
  }
}
export const over = (http: HttpService, id: string) => http.put(`${BASE}/customers/${encodeURIComponent(id)}`, { plan: "pro" });
