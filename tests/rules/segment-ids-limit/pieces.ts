//@ sdk = 5.2.0
import { TrackClient } from "customerio-node"

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!)

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten]
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred]
const everyone = [...thousand, ...ten]

export async function found(segment: number) {
	await cio.addCustomersToSegment(
		segment,
		everyone,
//^^^^^^^^ warning[segment-ids-limit]
	)
	if (segment) await cio.removeCustomersFromSegment(segment, everyone)
	//                                                         ^^^^^^^^ warning[segment-ids-limit]
	return cio.removeCustomersFromSegment(segment, everyone)
	//                                             ^^^^^^^^ warning[segment-ids-limit]
}
