//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const seen = () =>
  cio.identify("42", { a_very_long_name_of_an_attribute_that_nobody_would_ever_want_to_read_in_a_segment_because_it_goes_on_and_on_and_on_and_on_forever_and_ever_and_does_not_end_here: 1 });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[attribute-name-length]
