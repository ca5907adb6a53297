import fs, { readFileSync } from "node:fs";
import { readFile } from "fs/promises";
import { SendEmailRequest } from "customerio-node";

const options = { transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } };

export async function terms(file: Buffer, languages: string[]) {
  const request = new SendEmailRequest(options);
  request.attach("1.pdf", file.toString("base64"));
//                        ^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: base64 data is attached without `encode: false`: the SDK encodes it again, and the file arrives as base64
  request.attach("2.pdf", readFileSync("2.pdf", "base64"), { encode: true });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: base64 data is attached without `encode: false`: the SDK encodes it again, and the file arrives as base64
  request.attach("3.pdf", await readFile("3.pdf", "base64"));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: base64 data is attached without `encode: false`: the SDK encodes it again, and the file arrives as base64
  request.attach("4.pdf", fs.readFileSync("4.pdf"), { encode: false });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^ error[attach-misuse]: bytes are attached with `encode: false`: the SDK sends them as a JSON object, and the request fails with 400
  const encoded = Buffer.from(file).toString("base64");
  request.attach("5.pdf", encoded, {});
//                        ^^^^^^^ error[attach-misuse]: base64 data is attached without `encode: false`: the SDK encodes it again, and the file arrives as base64
  request.attach("6.pdf", Buffer.from("Hi"), { encode: false });
//                        ^^^^^^^^^^^^^^^^^ error[attach-misuse]: bytes are attached with `encode: false`: the SDK sends them as a JSON object, and the request fails with 400
  request.attach("7.pdf", "./files/7.pdf");
//                        ^^^^^^^^^^^^^^^ warning[attach-misuse]: the path `./files/7.pdf` is attached instead of the file: the SDK sends the path itself as the contents
  request.attach("terms", readFileSync("8.pdf"));
//               ^^^^^^^ warning[attach-misuse]: attachment name without a file extension: Customer.io checks attachments by their extension and rejects this one
  request.attach("1.pdf", readFileSync("9.pdf"));
//               ^^^^^^^ error[attach-misuse]: the request already has an attachment `1.pdf`: `attach` throws for the second one
  if (languages.length) request.attach("7.pdf", file);
//                                     ^^^^^^^ error[attach-misuse]: the request already has an attachment `7.pdf`: `attach` throws for the second one
}
