import { readFile } from "node:fs/promises";
import type { CustomPayments } from "../simulator/custom-payments.ts";

/** What stands in a file of payments. Whether a provider could have them is for the sandbox to say. */
export async function readPaymentsFile(file: string): Promise<CustomPayments> {
  const text = await readFile(file, "utf8").catch((error) => {
    throw new Error(`--payments ${file} cannot be read: ${error.message}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`--payments ${file} is not JSON: ${(error as Error).message}`);
  }
}
