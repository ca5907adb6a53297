import fs, { readFileSync } from "node:fs";
import { readFile } from "fs/promises";
import { SendEmailRequest } from "customerio-node";

const options = { transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } };

export async function terms(file: Buffer, languages: string[]) {
  const request = new SendEmailRequest(options);
  request.attach("1.pdf", file.toString("base64"));
//                        ^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: this is in base64 already and is encoded once more: the file arrives as the text of its base64
  request.attach("2.pdf", readFileSync("2.pdf", "base64"), { encode: true });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: this is in base64 already and is encoded once more: the file arrives as the text of its base64
  request.attach("3.pdf", await readFile("3.pdf", "base64"));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: this is in base64 already and is encoded once more: the file arrives as the text of its base64
  request.attach("4.pdf", fs.readFileSync("4.pdf"), { encode: false });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: with `encode: false` bytes are sent as an object, and the message is refused with 400
  const encoded = Buffer.from(file).toString("base64");
  request.attach("5.pdf", encoded, {});
//                        ^^^^^^^ error[attach-misuse]: this is in base64 already and is encoded once more: the file arrives as the text of its base64
  request.attach("6.pdf", Buffer.from("Hi"), { encode: false });
//                        ^^^^^^^^^^^^^^^^^ error[attach-misuse]: with `encode: false` bytes are sent as an object, and the message is refused with 400
  request.attach("7.pdf", "./files/7.pdf");
//                        ^^^^^^^^^^^^^^^ warning[attach-misuse]: "./files/7.pdf" is attached as text, and not the file that it names
  request.attach("terms", readFileSync("8.pdf"));
//               ^^^^^^^ warning[attach-misuse]: the name has no extension, and Customer.io takes attachments by theirs
  request.attach("1.pdf", readFileSync("9.pdf"));
//               ^^^^^^^ error[attach-misuse]: the request has an attachment "1.pdf" already: the second one throws
  if (languages.length) request.attach("7.pdf", file);
//                                     ^^^^^^^ error[attach-misuse]: the request has an attachment "7.pdf" already: the second one throws
}
