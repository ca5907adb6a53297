// The global `analytics` is Segment's here, and Customer.io's code has a global of its own.
!function(){var i="cioanalytics", analytics=(window[i]=window[i]||[]);analytics.load=function(key){var t=document.createElement("script");t.src="https://cdp.customer.io/v1/analytics-js/snippet/" + key + "/analytics.min.js"};analytics.load("key")}();

export function bought() {
  window.analytics.track("bought ");
  analytics.track("bought ");
  cioanalytics.track("bought ");
  //                 ^^^^^^^^^ warning[event-name-whitespace]
}
