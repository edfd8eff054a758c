import { readFile } from "node:fs/promises";
import type { CustomPayments } from "../simulator/custom-payments.ts";

/** Reads a file of payments. The sandbox validates its content. */
export async function readPaymentsFile(file: string): Promise<CustomPayments> {
  const text = await readFile(file, "utf8").catch((error) => {
    throw new Error(`Cannot read --payments ${file}: ${error.message}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`--payments ${file} is not valid JSON: ${(error as Error).message}`);
  }
}
