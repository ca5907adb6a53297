// A registry on this machine that has our packages and nothing else: `node registry.mjs FOLDER` prints its address, and ends
// when its input ends.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/** Serves the tarballs of a folder; gives the address. */
async function serve(folder) {
  const packages = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".tgz"))) {
    const tarball = readFileSync(join(folder, file));
    const text = execFileSync("tar", ["-xzOf", join(folder, file), "package/package.json"], { encoding: "utf8" });
    packages.set(JSON.parse(text).name, { manifest: JSON.parse(text), tarball, file });
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://registry").pathname).slice(1);
    const tarball = [...packages.values()].find(({ file }) => path === `-/${file}`);
    if (tarball) return response.end(tarball.tarball);
    const found = packages.get(path);
    if (!found) return response.writeHead(404, { "content-type": "application/json" }).end("{}");
    const { manifest, tarball: bytes, file } = found;
    const dist = {
      tarball: `${address}/-/${file}`,
      shasum: createHash("sha1").update(bytes).digest("hex"),
      integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}`,
    };
    const versions = { [manifest.version]: { ...manifest, dist } };
    const time = { [manifest.version]: "2020-01-01T00:00:00.000Z" };
    const body = { name: manifest.name, "dist-tags": { latest: manifest.version }, versions, time };
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return address;
}

console.log(await serve(process.argv[2]));
process.stdin.resume().on("end", () => process.exit(0));
