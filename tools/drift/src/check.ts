/** One page against what was read of it last. */
import { type Change, highest, type JudgedChange } from "./compare/change.ts";
import { compare } from "./compare/compare.ts";
import { type Contradiction, contradictions } from "./compare/contradictions.ts";
import { type Recognised, recognise } from "./compare/recognise.ts";
import { type TextChange, textChanges } from "./compare/text-changes.ts";
import type { Reading } from "./facts/fact.ts";
import type { Committed } from "./facts/file.ts";
import { knowledgeFrom } from "./facts/knowledge.ts";
import { readFacts } from "./facts/reading.ts";
import type { Format } from "./page/page.ts";
import { readPage } from "./page/read.ts";
import type { Spec } from "./spec/contract.ts";

export type Checked =
  | {
      readonly status: "same" | "changed";
      readonly format: Format;
      readonly reading: Reading;
      readonly changes: readonly JudgedChange[];
      /** `none` where nothing changed. */
      readonly effect: JudgedChange["effect"];
      /** What the page says twice and differently; `known` where it did when it was read last. */
      readonly contradictions: readonly (Contradiction & { readonly known: boolean })[];
      readonly text: readonly TextChange[];
    }
  | {
      readonly status: "unreadable";
      readonly format: Format;
      readonly reading: Reading;
      readonly recognised: Recognised;
    };

/**
 * @param content the page as it was saved, in any format
 * @param spec read only where something changed
 * @param whole take what is missing for removed, even where the page looks cut
 */
export async function checkPage(
  content: string,
  committed: Committed,
  spec: () => Promise<Spec>,
  whole = false,
): Promise<Checked> {
  const knowledge = knowledgeFrom(committed.facts);
  const page = await readPage(content, knowledge);
  const reading = await readFacts(page, knowledge);
  const recognised = recognise(committed, reading, {
    cut: page.cut && !whole,
    closed: page.closed || whole,
  });
  if (recognised.problem) return { status: "unreadable", format: page.format, reading, recognised };
  const compared = await compare(committed.facts, reading.facts);
  const changes = await judged(compared, committed, reading, spec);
  const said = contradictions(reading.facts);
  const known = new Set(said.length > 0 ? contradictions(committed.facts).map(keyOf) : []);
  return {
    status: changes.length > 0 ? "changed" : "same",
    format: page.format,
    reading,
    changes,
    effect: highest(changes.map(({ effect }) => effect)),
    contradictions: said.map((one) => ({ ...one, known: known.has(keyOf(one)) })),
    text: textChanges(committed, reading),
  };
}

const keyOf = ({ subject, message }: Contradiction) => `${subject} ${message}`;

async function judged(
  changes: readonly Change[],
  committed: Committed,
  reading: Reading,
  spec: () => Promise<Spec>,
): Promise<JudgedChange[]> {
  if (changes.length === 0) return [];
  // The spec is parsed with the lines of every place, which costs more than all the rest.
  const { judge } = await import("./compare/judge.ts");
  return judge(changes, committed, reading, await spec());
}
