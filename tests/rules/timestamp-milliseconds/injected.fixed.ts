// What a container injects by a token is what some file of the package provides under it.
import { Inject, Injectable, Optional } from "@nestjs/common";
import { APP, CIO, TOKENS } from "./tokens";

@Injectable()
export class Users {
  @Inject(CIO)
  private readonly byField: any;

  constructor(
    @Inject(CIO) private readonly cio: any,
    @Optional() @Inject("CIO_TEXT") private readonly named?: any,
    @Inject(TOKENS.track) private readonly bound: any,
    @Inject(APP) private readonly mail: any,
    @Inject("CIO_OTHER") private readonly other: any,
    @Inject("UNKNOWN") private readonly unknown: any,
    @Inject(CIO) private readonly typed: { identify(id: string, at: object): void },
  ) {}

  async login(id: string) {
    await this.cio.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
    await this.byField.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
    await this.named.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
    await this.bound.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
    // Of another kind, or of none that is known.
    await this.mail.identifyAll(id, { last_login_at: Date.now() });
    await this.other.identify(id, { last_login_at: Date.now() });
    await this.unknown.identify(id, { last_login_at: Date.now() });
    this.typed.identify(id, { last_login_at: Date.now() });
  }
}
//- /src/tokens.ts
export const CIO = Symbol("CIO");
export const APP = "APP";
export const TOKENS = { track: Symbol("track") };
//- /src/module.ts
import { Module } from "@nestjs/common";
import { ConfigService } from "@nestjs/config";
import { Container } from "inversify";
import { TrackClient } from "customerio-node";
import { APP, CIO, TOKENS } from "./tokens";
import { Users } from "./users";
import { Mixer } from "./mixer";

const text = {
  provide: "CIO_TEXT",
  useFactory: async () => {
    const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
    return client;
  },
};

@Module({
  providers: [
    {
      provide: CIO,
      inject: [ConfigService],
      useFactory: (config: ConfigService) => new TrackClient(config.get("SITE_ID"), config.get("TRACK_KEY")),
    },
    { provide: APP, useClass: Mixer },
    { provide: "CIO_OTHER", useValue: process.env.TEST ? new Mixer() : new TrackClient("a", "b") },
    { provide: "CIO_OTHER", useClass: Mixer },
    text,
    Users,
  ],
})
export class AppModule {}

export const container = new Container();
container.bind(TOKENS.track).toConstantValue(new TrackClient(process.env.SITE_ID!, process.env.TRACK_KEY!));
//- /src/mixer.ts
export class Mixer {
  identify(id: string, at: object) {
    return [id, at];
  }
  identifyAll(id: string, at: object) {
    return [id, at];
  }
}
