/** What a spec says of a line that the page contradicts or leaves open, remembered with the facts it was said of. */
import { createHash } from "node:crypto";
import { pointerOf } from "@refunds/spec-reader";
import type { Line, Spec } from "./contract.ts";
import type { Gap } from "./self-check.ts";
import { type BareFact, tie } from "./ties.ts";

/** Place of a line to the hash of its marks. */
export type Decisions = Readonly<Record<string, string>>;

/** Every marked line that a fact is tied to. */
export function decisionsIn(facts: readonly BareFact[], spec: Spec): Decisions {
  const lines = facts.flatMap((fact) => tie(fact, spec)?.lines ?? []);
  const marked = lines.filter(({ marks }) => marks.length > 0);
  return Object.fromEntries(marked.map((line) => [pointer(line), hashOf(line)]));
}

/** A mark excuses what the page said when it was written. What the page says since then wants a look at the mark. */
export function undecided(
  facts: readonly BareFact[],
  before: { readonly facts: readonly BareFact[]; readonly decisions: Decisions },
  spec: Spec,
): Gap[] {
  return facts.flatMap((fact) => {
    const tied = tie(fact, spec);
    const was = before.facts.find(({ id }) => id === fact.id);
    const line = tied?.lines.find(({ at }) => at === tied.at);
    if (!tied?.excused || !line || was?.value === fact.value) return [];
    if (before.decisions[pointer(line)] !== hashOf(line)) return [];
    const now = was ? `"${fact.value}", and said "${was.value}"` : `"${fact.value}", and did not`;
    const message = `its x-assumption or x-contradiction is from before; the page now says of ${fact.id} ${now}. Edit the line, or say in the mark what is decided now`;
    return [{ line: spec.lineOf(tied.at), message }];
  });
}

const pointer = ({ at }: Line) => pointerOf(at);

const hashOf = ({ marks }: Line) =>
  createHash("sha256").update(marks.join("\n")).digest("hex").slice(0, 8);
