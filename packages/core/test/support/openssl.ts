import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** What the openssl binary prints. */
export const openssl = (args: string, input = ""): string =>
  execFileSync("openssl", args.split(" "), {
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
  });

/** Whether openssl accepts an RSA PKCS#1 v1.5 SHA-256 signature. */
export function opensslVerifies(publicKey: string, signature: string, text: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "acorn-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const key = file("public.pem", publicKey);
  const binary = file("signature", Buffer.from(signature, "base64"));
  try {
    return openssl(`dgst -sha256 -verify ${key} -signature ${binary}`, text).includes(
      "Verified OK",
    );
  } catch {
    return false;
  }
}
