import { TrackClient } from "customerio-node";
import { NextResponse } from "next/server";

const key = process.env.CUSTOMERIO_TRACK_API_KEY!;
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, key);

export function routes(app: any) {
  app.get("/a", (req: any, res: any) => res.json({ key }));
//                                                 ^^^ warning[credential-logged]: `res.json` sends a credential to the caller: anyone who can send the request can use the credential
  app.get("/b", (req: any, res: any) => res.send(process.env.CUSTOMERIO_APP_API_KEY));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-logged]: `res.send` sends a credential to the caller: anyone who can send the request can use the credential
  app.get("/c", (req: any, res: any) => res.status(200).json({ site: process.env.CUSTOMERIO_SITE_ID, ok: !!key }));
  app.get("/d", (req: any, res: any) => res.status(500).set("a", "b").json({ cio }));
//                                                                           ^^^ warning[credential-logged]: `res.json` sends the fields of TrackClient to the caller, which hold its credentials: anyone who can send the request can use the credential
  app.get("/e", async (req: any, reply: any) => reply.code(200).send({ config: { key } }));
//                                                                               ^^^ warning[credential-logged]: `reply.send` sends a credential to the caller: anyone who can send the request can use the credential
  app.get("/f", (req: any, res: any) => res.json({ length: key.length, set: Boolean(key) }));
}

export const GET = () => Response.json({ apiKey: key });
//                                               ^^^ warning[credential-logged]: `Response.json` sends a credential to the caller: anyone who can send the request can use the credential
export const POST = () => new Response(key);
//                                     ^^^ warning[credential-logged]: `new Response` sends a credential to the caller: anyone who can send the request can use the credential
export const PUT = () => NextResponse.json(process.env);
//                                         ^^^^^^^^^^^ warning[credential-logged]: `NextResponse.json` sends every environment variable to the caller, including Customer.io credentials: anyone who can send the request can use the credential
export const read = (response: any) => response.json({ key });
