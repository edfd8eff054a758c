/** Made-up providers: a page, and the spec that it is held against. */
import { readFileSync } from "node:fs";
import { acceptPage } from "../../src/accept.ts";
import { type Checked, checkPage } from "../../src/check.ts";
import { type Committed, parseFacts } from "../../src/facts/file.ts";
import { readSpec, type Spec } from "../../src/spec/contract.ts";
import { type Document, formats } from "./document.ts";
import { fjordpay } from "./fjordpay.ts";
import { harbour } from "./harbour.ts";
import { lantern } from "./lantern.ts";
import { mole } from "./mole.ts";
import { quay } from "./quay.ts";

export type Format = keyof typeof formats;
export const allFormats = Object.keys(formats) as Format[];

export interface MadeUp {
  readonly name: string;
  readonly page: Document;
  readonly spec: Spec;
}

const specAt = (name: string, path: string): Spec =>
  readSpec(`specs/${name}.yaml`, readFileSync(new URL(path, import.meta.url), "utf8"));

export const madeUp: readonly MadeUp[] = [
  {
    name: "fjordpay",
    page: fjordpay,
    spec: specAt("fjordpay", "../../../generator/test/fixtures/fjordpay.yaml"),
  },
  { name: "harbour", page: harbour, spec: specAt("harbour", "harbour.yaml") },
  { name: "lantern", page: lantern, spec: specAt("lantern", "lantern.yaml") },
  { name: "mole", page: mole, spec: specAt("mole", "mole.yaml") },
  { name: "quay", page: quay, spec: specAt("quay", "quay.yaml") },
];

/** What is committed after this page was accepted. */
export async function committedOf({ page, spec }: MadeUp, format: Format): Promise<Committed> {
  const accepted = await acceptPage(formats[format](page), undefined, spec);
  if (accepted.status !== "accepted") throw new Error(JSON.stringify(accepted));
  return parseFacts(accepted.content);
}

export const checked = (
  page: Document,
  format: Format,
  committed: Committed,
  spec: Spec,
): Promise<Checked> => checkPage(formats[format](page), committed, async () => spec);
