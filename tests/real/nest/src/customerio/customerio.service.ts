import { Inject, Injectable, Logger } from "@nestjs/common";
import { APIClient, CustomerIORequestError, SendEmailRequest, TrackClient } from "customerio-node";
import { APP_CLIENT, TRACK_CLIENT } from "./customerio.constants";

export interface Person {
  id: string;
  email: string;
  createdAt: Date;
}

@Injectable()
export class CustomerioService {
  private readonly logger = new Logger(CustomerioService.name);

  constructor(
    @Inject(TRACK_CLIENT) private readonly track: TrackClient,
    @Inject(APP_CLIENT) private readonly app: APIClient,
  ) {}

  async identify(person: Person): Promise<void> {
    await this.safely(() =>
      this.track.identify(person.id, {
        email: person.email,
        created_at: Math.floor(person.createdAt.getTime() / 1000),
      }),
    );
  }

  async event(id: string, name: string, data: Record<string, unknown> = {}): Promise<void> {
    await this.safely(() => this.track.track(id, { name, data }));
  }

  sendWelcome(person: Person) {
    return this.app.sendEmail(
      new SendEmailRequest({
        transactional_message_id: 12,
        to: person.email,
        identifiers: { id: person.id },
        message_data: {},
      }),
    );
  }

  private async safely(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      const status = error instanceof CustomerIORequestError ? error.statusCode : undefined;
      this.logger.error(`Customer.io failed (${status ?? "no answer"})`, error as Error);
    }
  }
}
