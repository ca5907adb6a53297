// Requests that a base class sends, to where the class that extends it says.
import axios, { AxiosInstance } from "axios";

const TRACK = "https://track.customer.io/api/v1";
const attributes = { email: "ada@example.com" };

abstract class WithInstance {
  protected http: AxiosInstance;
  constructor(baseURL: string) {
    this.http = axios.create({ baseURL });
  }
  protected put(path: string, data: unknown) {
    return this.http.put(path, data);
  }
}
class InSuper extends WithInstance {
  constructor(private readonly unused: number) {
    super(TRACK);
  }
  upsert(id: string, data: object) {
    return this.put(`/customers/${encodeURIComponent(id)}`, data);
  }
}
export const inSuper = (id: string) => new InSuper(1).upsert(id, { ...attributes, created_at: Date.now() });
//                                                                                            ^^^^^^^^^^ error[timestamp-milliseconds]

abstract class WithParameter {
  constructor(protected readonly baseURL: string) {}
  protected async put(path: string, data: unknown) {
    const response = await fetch(this.baseURL + path, { method: "PUT", body: JSON.stringify(data) });
    if (!response.ok) throw new Error(await response.text());
  }
}
class WithoutConstructor extends WithParameter {
  upsert(id: string, data: object) {
    return this.put(`/customers/${encodeURIComponent(id)}`, data);
  }
}
export const inNew = (id: string) => new WithoutConstructor(TRACK).upsert(id, { ...attributes, created_at: Date.now() });
//                                                                                                         ^^^^^^^^^^ error[timestamp-milliseconds]
export const notOurs = (id: string) => new WithoutConstructor("https://example.com/api/v1").upsert(id, { created_at: Date.now() });

abstract class WithField {
  protected abstract readonly baseURL: string;
  async put(path: string, data: unknown) {
    const response = await fetch(this.baseURL + path, { method: "PUT", body: JSON.stringify(data) });
    if (!response.ok) throw new Error(await response.text());
  }
}
class OwnField extends WithField {
  protected readonly baseURL = TRACK;
}
class OtherField extends WithField {
  protected readonly baseURL = "https://example.com/api/v1";
}
class OwnGetter extends WithField {
  protected get baseURL() {
    return TRACK;
  }
}
export const byField = (id: string) => new OwnField().put(`/customers/${encodeURIComponent(id)}`, { ...attributes, created_at: Date.now() });
//                                                                                                                             ^^^^^^^^^^ error[timestamp-milliseconds]
export const byGetter = (id: string) => new OwnGetter().put(`/customers/${encodeURIComponent(id)}`, { ...attributes, created_at: Date.now() });
//                                                                                                                               ^^^^^^^^^^ error[timestamp-milliseconds]
export const byOther = (id: string) => new OtherField().put(`/customers/${encodeURIComponent(id)}`, { created_at: Date.now() });
export const byAny = (any: WithField, id: string) => any.put(`/customers/${encodeURIComponent(id)}`, { created_at: Date.now() });
