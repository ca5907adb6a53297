//@ sdk = 5.2.0
import { SendEmailRequest } from "customerio-node";
import other from "customerio-node-mock/dist/index";

export const all = [SendEmailRequest, other];
