import { APIClient, SendEmailRequest, SendPushRequest } from "customerio-node";

interface Recipient {
  id: string;
  email: string;
}

export abstract class Message<Data extends object> {
  abstract readonly template: string;
  constructor(protected readonly to: Recipient) {}
  protected abstract data(): Data;
  toRequest(): SendEmailRequest {
    return new SendEmailRequest({
      to: this.to.email,
      transactional_message_id: this.template,
      identifiers: { id: this.to.id },
      message_data: this.data() as Record<string, unknown>,
    });
  }
}

export class Receipt extends Message<{ total: string }> {
  readonly template = "receipt";
  constructor(
    to: Recipient,
    private readonly cents: number,
  ) {
    super(to);
  }
  protected data() {
    return { total: (this.cents / 100).toFixed(2) };
  }
}

export class Mailer {
  constructor(private readonly api: APIClient) {}

  async send(message: Message<object>): Promise<string | undefined> {
    const { delivery_id } = await this.api.sendEmail(message.toRequest());
    return delivery_id;
  }

  push(to: Recipient, title: string, body: string) {
    return this.api.sendPush(
      new SendPushRequest({ transactional_message_id: 7, identifiers: { id: to.id }, title, message: body }),
    );
  }
}

export const mailer = new Mailer(new APIClient(process.env.CIO_APP_KEY!));
