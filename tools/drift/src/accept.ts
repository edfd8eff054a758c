/** Records what a page says, once its reading is confirmed and the spec says it too. */
import { checkPage, pageOf } from "./check.ts";
import { isAbout } from "./compare/judge.ts";
import { notRead, type Said, type Unread } from "./reading/fact.ts";
import { type Committed, parseFacts, printFacts } from "./reading/file.ts";
import { propose } from "./reading/propose.ts";
import { readFacts } from "./reading/read-facts.ts";
import type { Reading } from "./reading/reading.ts";
import type { Spec } from "./spec/contract.ts";
import { decisionsIn, undecided } from "./spec/decisions.ts";
import { halfRemoved } from "./spec/half-removed.ts";
import { knowledgeOf } from "./spec/knowledge.ts";
import { followed, type Gap, uncarried, unfounded, unread } from "./spec/self-check.ts";

export type Accepted =
  /** The facts file, to be written. */
  | {
      readonly status: "accepted";
      readonly content: string;
      readonly said: Said;
      readonly read: string;
      /** What the spec says and the page was not found to. */
      readonly unread: readonly string[];
    }
  /** The spec has to be edited first: these of its lines. */
  | {
      readonly status: "refused";
      readonly gaps: readonly Gap[];
      /** Tables of the page that the reading does not cover: what a line is from may stand there. */
      readonly unread: readonly Unread[];
    }
  /** The reading has to be edited first. */
  | { readonly status: "unreadable"; readonly unread: readonly Unread[] };

/** @param reading the confirmed one */
export function acceptPage(
  content: string,
  committed: Committed | undefined,
  spec: Spec,
  reading: Reading,
): Accepted {
  const page = pageOf(content, committed?.facts ?? [], reading, spec);
  const known = committed?.facts ?? propose(page, spec.contract, reading.sections).recorded;
  const { contract } = spec;
  const said = readFacts(page, reading, known, knowledgeOf(contract).literals, contract.path);
  const blocking = said.unread.filter(({ weight }) => weight === "blocks");
  if (blocking.length > 0) return { status: "unreadable", unread: blocking };
  if (said.facts.length === 0)
    return {
      status: "unreadable",
      unread: [notRead("blocks", "the page", "no field, code or path could be read from it")],
    };
  const accepted = recordFacts(said, committed, spec);
  const again =
    accepted.status === "accepted" ? unlike(content, accepted.content, reading, spec) : undefined;
  return again ? { status: "unreadable", unread: [again] } : accepted;
}

/** @param carried the facts that the spec has to carry */
export function recordFacts(
  said: Said,
  committed: Committed | undefined,
  spec: Spec,
  carried = said.facts,
): Accepted {
  const { facts } = said;
  const half = committed ? halfRemoved(facts, committed, spec) : [];
  const gaps = [
    ...half.map(({ gap }) => gap),
    ...uncarried(
      carried.filter(({ subject }) => !half.some(({ field }) => isAbout(field, subject))),
      spec,
    ),
    ...unfounded(facts, spec),
    ...(committed ? undecided(facts, committed, spec) : []),
  ];
  if (gaps.length > 0)
    return {
      status: "refused",
      gaps,
      unread: said.unread.filter(({ weight }) => weight === "decide"),
    };
  const { page, read } = followed(spec);
  const content = printFacts({ page, read, decisions: decisionsIn(facts, spec) }, said);
  return { status: "accepted", content, said, read, unread: unread(facts, spec) };
}

/** A check of the very page has to find nothing. */
function unlike(
  content: string,
  printed: string,
  reading: Reading,
  spec: Spec,
): Unread | undefined {
  const checked = checkPage(content, parseFacts(printed), reading, spec);
  const why =
    checked.recognised.problem ??
    checked.changes.map(({ subject, kind }) => `${subject} ${kind}`)[0] ??
    checked.text[0]?.section;
  return why === undefined
    ? undefined
    : notRead("blocks", "the page", `read again by what was read, it is another one: ${why}`);
}
