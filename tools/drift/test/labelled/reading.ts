/** What docs:accept makes of a page as it is written: whether it takes it, and whether what it read is what stands there. */
import { readFileSync } from "node:fs";
import { acceptPage } from "../../src/accept.ts";
import { pageOf } from "../../src/check.ts";
import { propose } from "../../src/reading/propose.ts";
import { readSpec } from "../../src/spec/contract.ts";
import { type Outline, outlines, type Side } from "./outline.ts";

export interface Reading {
  readonly page: string;
  readonly status: string;
  /** Why it was refused. */
  readonly refusal?: unknown;
  /** What the outline, written by hand, has and the facts have not, or the other way round. */
  readonly amiss: readonly string[];
}

type Facts = Readonly<Record<string, Readonly<Record<string, string>>>>;

export async function readingOf(name: string): Promise<Reading> {
  const outline = outlines[name];
  if (!outline) throw new Error(`There is no page ${name}.`);
  const file = new URL(`pages/${name}.yaml`, import.meta.url);
  const spec = readSpec(`specs/${name}.yaml`, readFileSync(file, "utf8"));
  const proposal = propose(pageOf(outline.page, [], undefined, spec), spec.contract);
  const answer = acceptPage(outline.page, undefined, spec, proposal.reading);
  if (answer.status !== "accepted") {
    return { page: name, status: answer.status, refusal: answer, amiss: [] };
  }
  const { facts } = JSON.parse(answer.content) as { facts: Facts };
  return { page: name, status: answer.status, amiss: amissIn(facts, outline) };
}

function amissIn(facts: Facts, outline: Outline): string[] {
  const wanted = wantedOf(outline);
  const subjects = new Set(wanted.map((fact) => fact.slice(0, splitAt(fact))));
  const missing = wanted.filter((fact) => !has(facts, fact)).map((fact) => `is not read: ${fact}`);
  const more = Object.keys(facts)
    .filter((name) => /^(request|response|error)\./.test(name) && !subjects.has(name))
    .map((name) => `is read and not there: ${name}`);
  return [...missing, ...more];
}

function wantedOf({ fields, codes, required, reads = [] }: Outline): string[] {
  const ofSide = (side: Side) =>
    Object.entries(fields[side]).flatMap(([name, [, word, limit]]) => [
      `${side}.${name}.type: *`,
      ...(word ? [`${side}.${name}.required: ${word === required[0] ? "yes" : "no"}`] : []),
      ...(limit ? [`${side}.${name}.maxLength: ${limit}`] : []),
    ]);
  const ofCodes = Object.entries(codes).map(([code, text]) => `error.${code}.message: ${text}`);
  return [...ofSide("request"), ...ofSide("response"), ...ofCodes, ...reads];
}

/** Behind the subject: an aspect may have a dot, as `enum.PENDING`. */
function splitAt(fact: string): number {
  const name = fact.slice(0, fact.indexOf(": "));
  const inner = name.indexOf(".enum.");
  return inner < 0 ? name.lastIndexOf(".") : inner;
}

function has(facts: Facts, fact: string): boolean {
  const at = splitAt(fact);
  const [name, aspect] = [fact.slice(0, at), fact.slice(at + 1, fact.indexOf(": "))];
  const value = fact.slice(fact.indexOf(": ") + 2);
  const found = facts[name]?.[aspect];
  return value === "*" ? found !== undefined : found === value;
}
