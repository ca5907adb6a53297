// What has a type of the project's own is found, and nothing is read of it that the type does not have.
import { CustomerIORequestError, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface HttpError {
  status?: number;
  response?: { status: number };
}

export async function cast(id: string) {
  try {
    await cio.destroy(id);
  } catch (err) {
    const e = err as HttpError;
    if (e.status === 404) return;
//      ^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
    if ((err as HttpError).response?.status === 404) return;
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `response.status`, which axios has: this is always `undefined`
    if ((err as Error & { status: number }).status === 404) return;
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
    if ((err as any).status === 404) return;
//      ^^^^^^^^^^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
    throw err;
  }
}

export const annotated = (id: string) =>
  cio.destroy(id).catch((err: HttpError) => {
    if (err.status !== 404) throw err;
//      ^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
  });

function isMissing(err: HttpError) {
  return err.status === 404;
//       ^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
}

export const handed = (id: string) =>
  cio.destroy(id).catch((err) => {
    if (!isMissing(err)) throw err;
  });

export async function asked(id: string) {
  try {
    await cio.destroy(id);
  } catch (err: any) {
    if ("status" in err && err.status === 404) return;
//                         ^^^^^^^^^^ warning[error-shape]: errors of the SDK have no `status`, which axios has: this is always `undefined`
    throw err;
  }
}

export const ofTheSdk = (id: string) =>
  cio.destroy(id).catch((err: CustomerIORequestError & any) => {
    console.error(err.statusCode, err.body);
  });
