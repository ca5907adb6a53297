// A snippet in another file puts methods by their names into its own global, and none into the client.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const flush = () => cio.flush();
//                             ^^^^^ error[unknown-method]: TrackClient has no method `flush`
//- /src/snippet.js
!function(){var analytics=window.analytics=window.analytics||[];if(!analytics.initialize){analytics.methods=["identify","track"];analytics.factory=function(e){return function(){var t=Array.prototype.slice.call(arguments);t.unshift(e);analytics.push(t);return analytics}};for(var e=0;e<analytics.methods.length;e++){var key=analytics.methods[e];analytics[key]=analytics.factory(key)}analytics.load=function(key,e){var t=document.createElement("script");t.src="https://cdp.customer.io/v1/analytics-js/snippet/" + key + "/analytics.min.js";document.head.append(t)};analytics.load("key")}}();
