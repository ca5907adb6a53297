import { APIClient, RegionEU, RegionUS, SendEmailRequest, TrackClient } from "customerio-node";

type Options = { siteId: string; trackKey: string; appKey: string; region: "us" | "eu" };

export class CustomerIo {
  private static instance: CustomerIo | null = null;
  private readonly track: TrackClient;
  private readonly app: APIClient;

  private constructor(options: Options) {
    const region = CustomerIo.regionOf(options.region);
    this.track = new TrackClient(options.siteId, options.trackKey, { region });
    this.app = new APIClient(options.appKey, { region });
  }

  static init(options: Options): void {
    CustomerIo.instance = new CustomerIo(options);
  }

  static get(): CustomerIo {
    if (!CustomerIo.instance) throw new Error("CustomerIo.init() comes first");
    return CustomerIo.instance;
  }

  private static regionOf(name: Options["region"]) {
    switch (name) {
      case "eu":
        return RegionEU;
      default:
        return RegionUS;
    }
  }

  private static now(): number {
    return Math.trunc(Date.now() / 1000);
  }

  public async signedIn(id: string): Promise<void> {
    await this.track.identify(id, { last_signed_in: CustomerIo.now() });
  }

  public async event(id: string, name: string, data?: Record<string, unknown>): Promise<void> {
    await this.track.track(id, { name, data, timestamp: CustomerIo.now() });
  }

  public send(to: string, template: string, data: Record<string, unknown>) {
    return this.app.sendEmail(
      new SendEmailRequest({ to, transactional_message_id: template, identifiers: { email: to }, message_data: data }),
    );
  }
}
