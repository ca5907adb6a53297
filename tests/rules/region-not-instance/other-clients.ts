// Other SDKs take their region as text.
import { S3Client } from "@aws-sdk/client-s3";
import { TrackClient } from "customerio-node";

export const s3 = new S3Client({ region: "eu-central-1" });
export const cio = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!);
