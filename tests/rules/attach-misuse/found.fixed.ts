import fs, { readFileSync } from "node:fs";
import { readFile } from "fs/promises";
import { SendEmailRequest } from "customerio-node";

const options = { transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } };

export async function terms(file: Buffer, languages: string[]) {
  const request = new SendEmailRequest(options);
  request.attach("1.pdf", file.toString("base64"), { encode: false });
  request.attach("2.pdf", readFileSync("2.pdf", "base64"), { encode: true });
  request.attach("3.pdf", await readFile("3.pdf", "base64"), { encode: false });
  request.attach("4.pdf", fs.readFileSync("4.pdf"));
  const encoded = Buffer.from(file).toString("base64");
  request.attach("5.pdf", encoded, {});
  request.attach("6.pdf", Buffer.from("Hi"));
  request.attach("7.pdf", "./files/7.pdf");
  request.attach("terms", readFileSync("8.pdf"));
  request.attach("1.pdf", readFileSync("9.pdf"));
  if (languages.length) request.attach("7.pdf", file);
}
