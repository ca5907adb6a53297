import { TrackClient } from "customerio-node";

export default defineNitroPlugin((nitroApp) => {
  const config = useRuntimeConfig();
  const $cio = new TrackClient(config.cioSiteId, config.cioTrackKey);
  nitroApp.hooks.hook("request", (event) => {
    event.context.$cio = $cio;
  });
});
