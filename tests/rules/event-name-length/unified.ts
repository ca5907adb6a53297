//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const seen = () =>
  cio.track("42", { name: "a_very_long_name_of_an_event_that_nobody_would_ever_want_to_read_in_a_campaign_because_it_goes_on_and_on" });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[event-name-length]
