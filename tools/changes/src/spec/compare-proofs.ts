/** What changed of what an answer to a query proves about a refund whose outcome is not certain. */
import { listOf, objectOf } from "@refunds/spec-reader";
import type { Node } from "./document.ts";
import { compareOthers, type Specs, same, shownCondition, word } from "./report.ts";

interface Proof {
  readonly when: Readonly<Record<string, unknown>>;
  readonly proves: string;
  readonly reason?: string;
  readonly after?: number;
}

const known = new Set(["when", "proves", "reason", "after"]);

export function compareProofs(specs: Specs, past: Node, now: Node): void {
  const { report } = specs;
  const [before, after] = [proofsOf(past), proofsOf(now)];
  const at = [...now.at, "evidence"];
  for (const [index, proof] of after.entries()) {
    const here = [...at, index];
    const old = before.find(({ when }) => same(when, proof.when));
    const text = `A query with ${shownCondition(proof.when)} proves ${word(proof.proves)}`;
    if (!old) report("proof_added", `${text}.`, here);
    else {
      if (old.proves !== proof.proves || old.reason !== proof.reason) {
        report("proof_changed", `${text}, and was another proof.`, here);
      }
      if ((old.after ?? 0) < (proof.after ?? 0)) report("proof_removed", `${text} later.`, here);
      if ((old.after ?? 0) > (proof.after ?? 0)) report("proof_added", `${text} earlier.`, here);
      compareOthers(specs, { ...old }, { ...proof }, known, "a proof", here);
    }
  }
  for (const { when } of before) {
    if (after.some((proof) => same(proof.when, when))) continue;
    report("proof_removed", `A query with ${shownCondition(when)} proves nothing now.`, at);
  }
  const common = (these: readonly Proof[], those: readonly Proof[]) =>
    these.map(({ when }) => when).filter((when) => those.some((each) => same(each.when, when)));
  if (!same(common(before, after), common(after, before))) {
    report("proof_changed", "What a query proves stands in another order.", at);
  }
  compareTotal(specs, past, now);
}

const proofsOf = ({ value }: Node) =>
  listOf(value.evidence).map((each) => objectOf(each) as unknown as Proof);

/** How the refunded total is read, on which proofs rest. */
function compareTotal({ report }: Specs, past: Node, now: Node): void {
  const [before, after] = [past.value.refunded, now.value.refunded];
  const at = [...now.at, "refunded"];
  if (same(before, after)) return;
  if (before === undefined) report("proof_added", "A query tells how much was refunded.", at);
  else if (after === undefined) {
    report("proof_removed", "A query no longer tells how much was refunded.", at);
  } else report("proof_changed", "How much was refunded is read in another way.", at);
}
