// A class of the project; the package customerio-node is only mentioned.
class APIClient {
  constructor(readonly key: string) {}
}
export const api = new APIClient(process.env.CUSTOMERIO_TRACK_API_KEY!);
