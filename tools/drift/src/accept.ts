/** Records what a page says, once the spec says it too. */
import type { Reading } from "./facts/fact.ts";
import { type Committed, printFacts } from "./facts/file.ts";
import { type Knowledge, knowledgeFrom } from "./facts/knowledge.ts";
import { readFacts } from "./facts/reading.ts";
import { readPage } from "./page/read.ts";
import type { Spec } from "./spec/contract.ts";
import { text } from "./spec/data.ts";
import { decisionsIn, undecided } from "./spec/decisions.ts";
import { knowledgeOf } from "./spec/knowledge.ts";
import { type Gap, uncarried, unfounded, unread } from "./spec/self-check.ts";

export type Accepted =
  /** The facts file, to be written. */
  | {
      readonly status: "accepted";
      readonly content: string;
      readonly reading: Reading;
      readonly read: string;
      /** What the spec says and the page was not found to. */
      readonly unread: readonly string[];
    }
  /** The spec has to be edited first: these of its lines. */
  | { readonly status: "refused"; readonly gaps: readonly Gap[] }
  | { readonly status: "unreadable"; readonly problem: string };

/** Readings in which one teaches the next; a page that is not settled by then cannot be read. */
const mostReadings = 4;

export async function acceptPage(
  content: string,
  committed: Committed | undefined,
  spec: Spec,
): Promise<Accepted> {
  const reading = await settledReading(
    content,
    both(knowledgeOf(spec.contract), knowledgeFrom(committed?.facts ?? [])),
  );
  if (!reading)
    return {
      status: "unreadable",
      problem: "reading it again with what was read gives other facts",
    };
  if (reading.facts.length === 0)
    return { status: "unreadable", problem: "no field, code or path could be read from it" };
  const gaps = [
    ...uncarried(reading.facts, spec),
    ...unfounded(reading.facts, spec),
    ...(committed ? undecided(reading.facts, committed, spec) : []),
  ];
  if (gaps.length > 0) return { status: "refused", gaps };
  const { page, read } = followed(spec);
  const decisions = decisionsIn(reading.facts, spec);
  return {
    status: "accepted",
    content: printFacts({ page, read, decisions }, reading),
    reading,
    read,
    unread: unread(reading.facts, spec),
  };
}

/** Checks know only the facts, so these have to be the facts that a reading with them finds. */
async function settledReading(content: string, first: Knowledge): Promise<Reading | undefined> {
  let knowledge = first;
  let before = "";
  for (let times = 0; times < mostReadings; times++) {
    const reading = await readFacts(await readPage(content, knowledge), knowledge);
    const now = JSON.stringify(reading.facts.map(({ id, value }) => [id, value]));
    if (now === before) return reading;
    before = now;
    knowledge = knowledgeFrom(reading.facts);
  }
  return undefined;
}

const both = (a: Knowledge, b: Knowledge): Knowledge => ({
  names: new Set([...a.names, ...b.names]),
  errors: new Map([...b.errors, ...a.errors]),
  sides: {
    request: new Set([...a.sides.request, ...b.sides.request]),
    response: new Set([...a.sides.response, ...b.sides.response]),
  },
  literals: new Set([...a.literals, ...b.literals]),
});

function followed({ contract }: Spec): { page: string; read: string } {
  const provider = contract.root["x-provider"] as
    | { documentation?: unknown; read?: unknown }
    | undefined;
  return { page: text(provider?.documentation), read: text(provider?.read) };
}
