/** What changed of what answers mean: conditions, echoes, the refund's id. */
import { listOf, objectOf } from "@refunds/spec-reader";
import { compareProofs } from "./compare-proofs.ts";
import type { Node } from "./document.ts";
import { compareOthers, compareRepeat, type Specs, same, shownCondition, word } from "./report.ts";

interface Condition {
  readonly when: Readonly<Record<string, unknown>>;
  readonly means: string;
  readonly reason?: string;
  readonly repeat?: true;
}

const known = new Set(["when", "means", "reason", "repeat"]);

/** @param kind - the operation's word: refund, query */
export function compareMeaning(specs: Specs, kind: string, past: Node, now: Node): void {
  compareOutcomes(specs, kind, past, now);
  compareEchoes(specs, past, now);
  compareProofs(specs, past, now);
  const [before, after] = [past.value.refundId, now.value.refundId];
  if (same(before, after)) return;
  const at = [...now.at, "refundId"];
  if (before === undefined) specs.report("refund_id_added", "`refundId` is now known.", at);
  else if (after === undefined) specs.report("refund_id_removed", "`refundId` is gone.", at);
  else specs.report("client_carries", "`refundId` is read from another field.", at);
}

function compareOutcomes(specs: Specs, kind: string, past: Node, now: Node): void {
  const { report } = specs;
  const before = conditionsOf(past);
  const after = conditionsOf(now);
  const at = [...now.at, "outcomes"];
  for (const [index, condition] of after.entries()) {
    const { when, means, reason } = condition;
    const old = before.find((each) => same(each.when, when));
    const here = [...at, index];
    const text = `The answer to a ${kind} with ${shownCondition(when)} means ${word(means)}`;
    if (!old) {
      const rule = means === "unknown" ? "meaning_safer" : "meaning_added";
      report(rule, `${text}.`, here);
    } else if (old.means !== means || old.reason !== reason) {
      const rule = old.means === "unknown" ? "meaning_added" : "meaning_changed";
      const was = old.means === means ? `, with another reason` : `, and meant ${word(old.means)}`;
      report(means === "unknown" ? "meaning_safer" : rule, `${text}${was}.`, here);
    }
    if (!old) continue;
    compareRepeat(specs, text, old.repeat, condition.repeat, here);
    compareOthers(specs, { ...old }, { ...condition }, known, `a condition of a ${kind}`, here);
  }
  for (const { when } of before) {
    if (after.some((each) => same(each.when, when))) continue;
    report(
      "meaning_safer",
      `An answer to a ${kind} with ${shownCondition(when)} means nothing now.`,
      at,
    );
  }
  const common = (these: readonly Condition[], those: readonly Condition[]) =>
    these.map(({ when }) => when).filter((when) => those.some((each) => same(each.when, when)));
  if (!same(common(before, after), common(after, before))) {
    report("meaning_reordered", `The conditions of a ${kind} stand in another order.`, at);
  }
}

const conditionsOf = ({ value }: Node) =>
  listOf(value.outcomes).map((each) => objectOf(each) as unknown as Condition);

function compareEchoes({ report }: Specs, past: Node, now: Node): void {
  const [before, after] = [objectOf(past.value.echo), objectOf(now.value.echo)];
  const at = [...now.at, "echo"];
  for (const source of Object.keys(after)) {
    const here = [...at, source];
    if (!Object.hasOwn(before, source)) {
      report("echo_added", `\`${source}\` is held against the answer.`, here);
    } else if (!same(before[source], after[source])) {
      report("client_carries", `\`${source}\` is held against another field.`, here);
    }
  }
  for (const source of Object.keys(before).filter((each) => !Object.hasOwn(after, each))) {
    report("echo_removed", `\`${source}\` is no longer held against the answer.`, at);
  }
}
