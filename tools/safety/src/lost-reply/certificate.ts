import { generate } from "selfsigned";
import type { Certificate } from "./fault-server.ts";

/** Creates a self-signed certificate for this run. The child processes do not verify it. */
export async function makeCertificate(): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }]);
  return { cert, key };
}
