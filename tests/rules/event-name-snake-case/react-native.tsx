import { CustomerIO } from "customerio-reactnative";

export const signedUp = () => CustomerIO.track("SignedUp", { plan: "pro" });
//                                             ^^^^^^^^^^ info[event-name-snake-case]: `SignedUp` is not in snake_case
export const seen = () => CustomerIO.screen("SignUp");
