import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function shapes(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.status === 404) return err.body;
//      ^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
    if (err?.response?.status === 422) return err.response.data.message;
//      ^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `response.status`, which axios has: this is always `undefined`
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `response.data`, which axios has: this is always `undefined`
    if (err.code === 429 || [401, 403].includes((err as { code: number }).code)) return null;
//      ^^^^^^^^ warning[error-shape]: `code` of an error is not a status code: the comparison is never true
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: `code` of an error is not a status code: the comparison is never true
    console.error(err.headers["x-request-id"], err.response.headers.get("X-Request-Id"), err.response.body);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `headers`: this is always `undefined`
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `response.headers.get`, which fetch has: the call throws
    console.error(err.statusText, err.data, err.response.text(), await err.response.json());
//                ^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `statusText`, which fetch has: this is always `undefined`
//                                ^^^^^^^^ warning[error-shape]: errors of the SDK have no `data`: this is always `undefined`
//                                          ^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `response.text`, which fetch has: the call throws
//                                                                     ^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `response.json`, which fetch has: the call throws
    throw err;
  }
}

export async function alternatives(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    const code = err.statusCode ?? err.status ?? "unknown";
//                                 ^^^^^^^^^^ hint[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
    console.error(code, err.body);
  }
}

export async function otherNames(id: string) {
  try {
    await cio.destroy(id);
  } catch (error: unknown) {
    const e = error as any;
    const { response, status } = e;
//                    ^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
    switch (e.status) {
//          ^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
      case 404:
        return;
    }
    console.error(response.status, status);
//                ^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `response.status`, which axios has: this is always `undefined`
    throw error;
  }
}

export function callbacks(id: string, res: any) {
  cio.destroy(id).then(() => res.end(), (err) => res.status(err.status || 500).end());
//                                                          ^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
  return cio.destroy(id).catch(({ status }) => console.error(status));
//                                ^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
}

function isMissing(err: any) {
  return err.status === 404;
//       ^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
}

export const remove = (id: string) =>
  cio.destroy(id).catch((err) => {
    if (!isMissing(err)) throw err;
  });
