import { readFile } from "node:fs/promises";
import { checkSpec } from "../src/checks/index.ts";
import { readSpec } from "../src/read.ts";

/** The made-up provider's spec, which has no problem. */
export const northpay = await readFile(
  new URL("./fixtures/northpay.yaml", import.meta.url),
  "utf8",
);

/** Another one, which has a query. */
export const fjordpay = await readFile(
  new URL("./fixtures/fjordpay.yaml", import.meta.url),
  "utf8",
);

/** `text` with one piece replaced; the piece must be there, or the test would test nothing. */
export function change(text: string, piece: string, by: string): string {
  if (!text.includes(piece))
    throw new Error(`The fixture has no ${JSON.stringify(piece)} to change.`);
  return text.replace(piece, () => by);
}

/** The line of the first occurrence of a piece of text. */
export const lineOf = (text: string, piece: string) =>
  text.slice(0, text.indexOf(piece)).split("\n").length;

/** What is wrong with a spec, as `line message`. */
export async function problemsOf(text: string, file = "specs/northpay.yaml"): Promise<string[]> {
  const spec = readSpec(file, text);
  await checkSpec(spec);
  return spec.problems().map(({ line, what, advice }) => `${line} ${what}; ${advice}`);
}
