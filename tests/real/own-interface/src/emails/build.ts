import type { SendEmailRequest } from "./types";

export function welcome(user: { id: string; email: string }): SendEmailRequest {
  return {
    to: user.email,
    transactional_message_id: "welcome",
    identifiers: { id: user.id },
    message_data: { since: new Date().getFullYear() },
  };
}
