// A class of the project that happens to have the SDK's name; the package is only mentioned: customerio-node.
class TrackClient {
  constructor(private readonly siteId: string, private readonly apiKey: string) {}
  async identify(id: string, data: object) {
    console.log(this.siteId, this.apiKey.length, id, data);
  }
}

const cio = new TrackClient("a", "b");
cio.identify("42", { created_at: Date.now() });
