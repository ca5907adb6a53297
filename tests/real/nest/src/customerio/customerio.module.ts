import { Global, Module } from "@nestjs/common";
import { ConfigModule, ConfigService } from "@nestjs/config";
import { APIClient, RegionEU, TrackClient } from "customerio-node";
import { APP_CLIENT, TRACK_CLIENT } from "./customerio.constants";
import { CustomerioService } from "./customerio.service";

@Global()
@Module({
  imports: [ConfigModule],
  providers: [
    {
      provide: TRACK_CLIENT,
      inject: [ConfigService],
      useFactory: (config: ConfigService) =>
        new TrackClient(
          config.getOrThrow<string>("CUSTOMERIO_SITE_ID"),
          config.getOrThrow<string>("CUSTOMERIO_TRACK_API_KEY"),
          { region: RegionEU },
        ),
    },
    {
      provide: APP_CLIENT,
      inject: [ConfigService],
      useFactory: (config: ConfigService) =>
        new APIClient(config.getOrThrow<string>("CUSTOMERIO_APP_API_KEY"), { region: RegionEU }),
    },
    CustomerioService,
  ],
  exports: [CustomerioService],
})
export class CustomerioModule {}
