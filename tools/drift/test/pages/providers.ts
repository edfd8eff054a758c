/** Made-up providers: a page, and the spec that it is held against. */
import { readFileSync } from "node:fs";
import { acceptPage } from "../../src/accept.ts";
import { type Checked, checkPage, pageOf } from "../../src/check.ts";
import { type Committed, parseFacts } from "../../src/reading/file.ts";
import { propose } from "../../src/reading/propose.ts";
import type { Reading } from "../../src/reading/reading.ts";
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

export interface Recorded {
  readonly committed: Committed;
  readonly reading: Reading;
}

/** What is committed after a page was accepted, with the reading as it is proposed. */
export function accepted(content: string, spec: Spec): Recorded {
  const proposal = propose(pageOf(content, [], undefined, spec), spec.contract);
  const answer = acceptPage(content, undefined, spec, proposal.reading);
  if (answer.status !== "accepted") throw new Error(JSON.stringify(answer));
  return { committed: parseFacts(answer.content), reading: proposal.reading };
}

export const recordedOf = ({ page, spec }: MadeUp, format: Format): Recorded =>
  accepted(formats[format](page), spec);

export const check = (content: string, { committed, reading }: Recorded, spec: Spec): Checked =>
  checkPage(content, committed, reading, spec);

export const checked = (page: Document, format: Format, recorded: Recorded, spec: Spec): Checked =>
  check(formats[format](page), recorded, spec);

export function madeUpBy(name: string): MadeUp {
  const found = madeUp.find((one) => one.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}
