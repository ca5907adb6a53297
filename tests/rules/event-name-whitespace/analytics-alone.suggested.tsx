// Another file of the package loads it, and nothing here names Customer.io.
export function bought() {
  window.analytics.track("bought");
}
//- /src/layout.tsx
import Script from "next/script";
export const load = () => {};
export const Layout = () => <Script id="cio">{`!function(){var analytics=window.analytics=window.analytics||[];if(!analytics.initialize)if(analytics.invoked)window.console&&console.error&&console.error("Snippet included twice.");else{analytics.invoked=!0;analytics.methods=["identify","track"];analytics.factory=function(e){return function(){var t=Array.prototype.slice.call(arguments);t.unshift(e);analytics.push(t);return analytics}};for(var e=0;e<analytics.methods.length;e++){var key=analytics.methods[e];analytics[key]=analytics.factory(key)}analytics.load=function(key,e){var t=document.createElement("script");t.async=!0;t.src="https://cdp.customer.io/v1/analytics-js/snippet/" + key + "/analytics.min.js";var n=document.getElementsByTagName("script")[0];n.parentNode.insertBefore(t,n)};analytics.load("key");analytics.page()}}();`}</Script>;
//- /src/declared.ts
declare const analytics: { track(name: string): void };

export const sold = () => analytics.track("sold");

export function of(analytics: { track(name: string): void }) {
  analytics.track("sold ");
}
