/** One page against what was read of it last. */
import { highest, type JudgedChange } from "./compare/change.ts";
import { compare } from "./compare/compare.ts";
import { judge } from "./compare/judge.ts";
import { type Recognised, recognise } from "./compare/recognise.ts";
import { type TextChange, textChanges } from "./compare/text-changes.ts";
import type { Format, Known, Page } from "./page/page.ts";
import { readPage } from "./page/read.ts";
import type { Said } from "./reading/fact.ts";
import type { Committed, CommittedFact } from "./reading/file.ts";
import { readFacts } from "./reading/read-facts.ts";
import type { Reading } from "./reading/reading.ts";
import type { Spec } from "./spec/contract.ts";
import { knowledgeOf } from "./spec/knowledge.ts";
import { plainTitle, type Role } from "./words/titles.ts";

export interface Checked {
  /**
   * `changed`: facts did, or the page has a table that its reading does not cover. `unreadable`: nothing can be concluded
   * from the page, as `recognised.problem` says.
   */
  readonly status: "same" | "changed" | "unreadable";
  readonly format: Format | "openapi";
  readonly said: Said;
  readonly recognised: Recognised;
  readonly changes: readonly JudgedChange[];
  /** `none` where nothing changed. */
  readonly effect: JudgedChange["effect"];
  readonly text: readonly TextChange[];
}

/** @param whole take what is missing for removed, even where the page looks cut */
export function checkPage(
  content: string,
  committed: Committed,
  reading: Reading,
  spec: Spec,
  whole = false,
): Checked {
  const page = pageOf(content, committed.facts, reading, spec);
  const said = readFacts(
    page,
    reading,
    committed.facts,
    literalsOf(committed.facts),
    spec.contract.path,
  );
  return concluded(page.format, said, recognise(committed, said, page, whole), committed, spec);
}

/** What changed, where nothing speaks against concluding that from the page. */
export function concluded(
  format: Checked["format"],
  said: Said,
  recognised: Recognised,
  committed: Committed,
  spec: Spec,
): Checked {
  const result = { format, said, recognised, text: textChanges(committed, said, spec) };
  if (recognised.problem) return { ...result, status: "unreadable", changes: [], effect: "none" };
  const changes = judge(compare(committed.facts, said.facts), committed, said, spec);
  const isChanged = changes.length > 0 || said.unread.some(({ weight }) => weight === "decide");
  const effect = highest(changes.map((change) => change.effect));
  return { ...result, status: isChanged ? "changed" : "same", changes, effect };
}

/** What was read last and what the spec says split cells that run together. */
export function pageOf(
  content: string,
  facts: readonly CommittedFact[],
  reading: Reading | undefined,
  { contract }: Spec,
): Page {
  const known = knowledgeOf(contract);
  const names = facts.flatMap(({ subject }) => {
    const [, name] = /^(?:request|response)\.(.+)$/.exec(subject) ?? [];
    return name ? [name, name.slice(name.lastIndexOf(".") + 1)] : [];
  });
  const messages = facts.flatMap(({ subject, aspect, value }): [string, string][] =>
    subject.startsWith("error.") ? [[subject.slice(6), aspect === "message" ? value : ""]] : [],
  );
  const titles = new Map<string, Role>();
  for (const { columns } of reading?.tables ?? [])
    for (const [title, role] of Object.entries(columns))
      if (role !== "?" && !/^\d$/.test(title)) titles.set(plainTitle(title), role);
  const all: Known = {
    names: new Set([...known.names, ...names]),
    errors: new Map([...known.errors, ...messages]),
    titles: (title) => titles.get(plainTitle(title)),
  };
  return readPage(content, all);
}

/** `response/status` of `example.response.declined/status`: a field whose value was a fact is one again. */
const literalsOf = (facts: readonly CommittedFact[]): ReadonlySet<string> =>
  new Set(
    facts.flatMap(({ subject, aspect }) => {
      const [, side, pointer] =
        (aspect === "value" && /^example\.(request|response)[^/]*(\/.*)$/.exec(subject)) || [];
      return side ? [`${side}${pointer}`] : [];
    }),
  );
