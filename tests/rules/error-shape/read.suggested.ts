import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function shapes(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.statusCode === 404) return err.body;
    if (err?.statusCode === 422) return err.message;
    if (err.statusCode === 429 || [401, 403].includes((err as { code: number }).code)) return null;
    console.error(err.response?.headers["x-request-id"], err.response?.headers?.["x-request-id"], err.response.body);
    console.error(err.message, err.body, err.body, await JSON.parse(err.body ?? "null"));
    throw err;
  }
}

export async function alternatives(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    const code = err.statusCode ?? err.status ?? "unknown";
    console.error(code, err.body);
  }
}

export async function otherNames(id: string) {
  try {
    await cio.destroy(id);
  } catch (error: unknown) {
    const e = error as any;
    const { response, status } = e;
    switch (e.statusCode) {
      case 404:
        return;
    }
    console.error(response.status, status);
    throw error;
  }
}

export function callbacks(id: string, res: any) {
  cio.destroy(id).then(() => res.end(), (err) => res.status(err.statusCode || 500).end());
  return cio.destroy(id).catch(({ status }) => console.error(status));
}

function isMissing(err: any) {
  return err.statusCode === 404;
}

export const remove = (id: string) =>
  cio.destroy(id).catch((err) => {
    if (!isMissing(err)) throw err;
  });
