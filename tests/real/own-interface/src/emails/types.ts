export interface SendEmailRequest {
  to: string;
  transactional_message_id: string;
  identifiers: { id: string };
  message_data: Record<string, unknown>;
}
