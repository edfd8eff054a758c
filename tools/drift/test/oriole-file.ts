/** The published file of the made-up Oriole, as it was accepted, and what a change of it is found to be. */
import { acceptPublished, checkPublished } from "../src/openapi/check.ts";
import { publishedIn } from "../src/openapi/published.ts";
import { parseFacts } from "../src/reading/file.ts";
import { whatChanged } from "../src/report/readable.ts";
import { readSpec } from "../src/spec/contract.ts";
import { published, yaml } from "./oriole.ts";

export const spec = readSpec("specs/oriole.yaml", yaml);
export const lineOf = (piece: string) => yaml.slice(0, yaml.indexOf(piece)).split("\n").length;

export const documentOf = (text: string) => {
  const document = publishedIn(text, "openapi.yaml");
  if (!document) throw new Error("This is not an OpenAPI file.");
  return document;
};

const accepted = acceptPublished(documentOf(published), undefined, spec);
if (accepted.status !== "accepted") throw new Error(JSON.stringify(accepted));
export const committed = parseFacts(accepted.content);

export function checkOf(piece: string, by: string, known = committed, whole = false) {
  if (!published.includes(piece)) throw new Error(`The file has no ${piece}.`);
  return checkPublished(documentOf(published.replace(piece, by)), known, spec, whole);
}

export function changesOf(piece: string, by: string): string[] {
  const { changes, recognised } = checkOf(piece, by);
  if (recognised.problem) return [`unreadable: ${recognised.problem}`];
  return changes.map((change) => `${change.effect} ${whatChanged(change)}`);
}
