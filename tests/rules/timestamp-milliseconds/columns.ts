import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
	await cio.identify(id, { greeting: "👋🏽 hello", created_at: Date.now() });
	//                                                         ^^^^^^^^^^ error[timestamp-milliseconds]
		await cio.identify(id, {	created_at:	Date.now()	});
		//                                   ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(id, { city: "Zürich", /* 日本 */ created_at: new Date()
//                                                              ^^^^^^^^^^+1 error[timestamp-milliseconds]
    .getTime() });
}
