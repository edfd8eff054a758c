import { generate } from "selfsigned";
import type { Certificate } from "./fault-server.ts";

/** A certificate for this run only. Its name does not matter: the processes that meet it do not ask. */
export async function makeCertificate(): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }]);
  return { cert, key };
}
