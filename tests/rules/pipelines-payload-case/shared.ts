// What else reads an object, or may have the key, is not changed without being asked.
import { PipelinesClient } from "customerio-node";

const pipelines = new PipelinesClient(process.env.CUSTOMERIO_PIPELINES_WRITE_KEY!);
declare function save(value: unknown): any;

export async function send(id: string, rest: object) {
  const payload: any = { userID: id, event: "signed_up" };
  save(payload.userID);
  await pipelines.track(payload);
  await pipelines.track({ userID: id, event: "signed_up", ...rest } as any);
//                        ^^^^^^ error[pipelines-payload-case]: `userID` is not a key of the Pipelines API, which expects `userId`
  await pipelines.track({ userID: id, event: "signed_up" } as any);
//                        ^^^^^^ error[pipelines-payload-case]: `userID` is not a key of the Pipelines API, which expects `userId`
}
