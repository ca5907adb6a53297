import { EventSubscriber, type EntitySubscriberInterface, type InsertEvent, type UpdateEvent } from "typeorm";
import { TrackClient } from "customerio-node";
import { User } from "../entities/User";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
const unix = (date: Date | null) => (date ? Math.floor(date.getTime() / 1000) : undefined);

@EventSubscriber()
export class UserSubscriber implements EntitySubscriberInterface<User> {
  listenTo() {
    return User;
  }

  async afterInsert({ entity }: InsertEvent<User>) {
    await cio.identify(entity.id, { email: entity.email, created_at: unix(entity.createdAt) });
  }

  async afterUpdate(event: UpdateEvent<User>) {
    const user = event.entity as User;
    await cio.identify(user.id, {
      confirmed_at: unix(user.confirmedAt),
      updated_at: user.updatedAt, // timestamp-not-unix
    });
  }
}
