import { Injectable } from "@nestjs/common";
import { OnEvent } from "@nestjs/event-emitter";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { CustomerioService } from "../customerio/customerio.service";
import { User } from "./user.entity";

@Injectable()
export class UsersService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly customerio: CustomerioService,
  ) {}

  async register(email: string): Promise<User> {
    const user = await this.users.save(this.users.create({ email }));
    await this.customerio.identify(user);
    await this.customerio.event(user.id, "user_registered", { channel: "web" }); // call
    return user;
  }

  @OnEvent("invoice.paid")
  async onPaid(payload: { userId: string; amount: number }) {
    await this.customerio.event(payload.userId, "invoice_paid", { amount: payload.amount }); // call
  }

  async planted(user: User) {
    this.customerio.sendWelcome(user); // call floating-promise
    await this.customerio.event(user.id, "WelcomeSent"); // call event-name-snake-case
  }
}
