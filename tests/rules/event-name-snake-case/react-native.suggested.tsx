import { CustomerIO } from "customerio-reactnative";

export const signedUp = () => CustomerIO.track("signed_up", { plan: "pro" });
export const seen = () => CustomerIO.screen("SignUp");
