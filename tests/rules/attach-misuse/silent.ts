import { readFileSync } from "node:fs";
import { SendEmailRequest } from "customerio-node";

const options = { transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } };

export function terms(file: Buffer, name: string, encode: boolean, german: boolean, rest: any[]) {
  const request = new SendEmailRequest(options);
  request.attach("1.pdf", file);
  request.attach("2.pdf", readFileSync("2.pdf"));
  request.attach("3.pdf", file.toString("base64"), { encode: false });
  request.attach("4.pdf", file.toString("base64"), { encode });
  request.attach("5.txt", file.toString("utf8"));
  request.attach("6.txt", "See /etc/hosts.");
  request.attach("7.txt", "/* a comment */");
  request.attach(name, file);
  request.attach("8", ...rest);
  if (german) {
    request.attach("9.pdf", readFileSync("de.pdf"));
  } else {
    request.attach("9.pdf", readFileSync("en.pdf"));
  }
  const other = new SendEmailRequest(options);
  other.attach("1.pdf", file);
  return [request, other];
}

export const mine = { attach: (_name: string, _data: string) => undefined };
mine.attach("terms", "./terms.pdf");

const made = () => new SendEmailRequest(options);
export function several(file: Buffer) {
  const one = made();
  const two = made();
  one.attach("1.pdf", file);
  two.attach("1.pdf", file);
  return [one, two];
}
