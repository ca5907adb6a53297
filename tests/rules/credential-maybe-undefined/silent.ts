import { APIClient } from "customerio-node";

const key = process.env.CIO_KEY;
export const a = new APIClient(key!);
export const b = new APIClient(process.env.CIO_APP_KEY as string);
export const c = new APIClient(process.env.CIO_APP_KEY ?? process.env.CUSTOMERIO_APP_API_KEY!);
export const d = new APIClient(process.env.CIO_APP_KEY || "dev");
export const e = (value?: string) => new APIClient(value || "");
