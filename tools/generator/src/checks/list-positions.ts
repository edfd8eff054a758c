/** What is read from one item of a list decides only where the condition says that there is no second item. */
import type { At } from "@refunds/spec-reader";
import { hasAnyItem } from "../any-item.ts";
import type { OpenApi, RawError, RawQuery, RawRefund, RawRule } from "../openapi/document.ts";
import { isSuccess, partsOf } from "../openapi/held-rules.ts";
import { lookUpAnswer, type Operation } from "../openapi/operations.ts";
import type { RawProof, RawRefunded } from "../openapi/raw-evidence.ts";
import { isPresence } from "../presence.ts";
import type { SpecFile } from "../read.ts";

type When = RawRule["when"];

/** The lists of which a pointer takes one item, although the condition leaves open whether there are more. */
function openLists(root: OpenApi, operation: Operation, pointer: string, when: When): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.flatMap((token, index) => {
    if (!/^(\d+|\*)$/.test(token)) return [];
    const list = ["", ...tokens.slice(0, index)].join("/");
    const second = when[`${list}/1`];
    const isAlone = second !== undefined && isPresence(second) && !second.present;
    const { fields } = lookUpAnswer(root, operation, list);
    const isList = fields.some(({ value }) => value.items);
    return isList && !(isAlone && /^[0*]$/.test(token)) ? [list] : [];
  });
}

/** The pointers at which a condition expects something. One that ends a list expects nothing of its items. */
const expectedIn = (when: When): string[] =>
  Object.entries(when).flatMap(([pointer, expected]) => {
    const isEnd = isPresence(expected) && !expected.present && /\/(\d+|\*)$/.test(pointer);
    return pointer.startsWith("/") && !isEnd ? [pointer] : [];
  });

const advice = (list: string) => `say that there is no second one: ${list}/1: { present: false }`;

/** An answer about a payment may list other refunds of it. */
export function checkPositionsOfProof(
  spec: SpecFile,
  query: Operation,
  { when }: RawProof,
  at: At,
): void {
  const { echo = {}, refunded = {}, find } = query.vocabulary as RawQuery;
  if (find) return;
  // Not `all`, the payment's own amount: a payment has no second one.
  const totals = (["at", "less", "currency"] as const).map(
    (word) => [word, (refunded as Partial<RawRefunded>)[word]] as const,
  );
  const values = [
    ...Object.entries(echo).map(([source, pointer]) => ({
      pointer,
      from: [...query.wordsAt, "echo", source],
    })),
    ...("refunded" in when ? totals : []).flatMap(([word, pointer]) =>
      pointer === undefined ? [] : [{ pointer, from: [...query.wordsAt, "refunded", word] }],
    ),
  ];
  const read = [
    ...expectedIn(when).map((pointer) => ({ pointer, from: [...at, "when", pointer] })),
    // Of these a `*` is reported wherever it stands.
    ...values.filter(({ pointer }) => !hasAnyItem(pointer)),
  ];
  for (const { pointer, from } of read) {
    for (const list of openLists(spec.root as OpenApi, query, pointer, when)) {
      spec.report(
        from,
        `${pointer} is of one item of ${list || "a list"}, and another refund can stand there`,
        `find ours with x-query.find, or ${advice(list)} in each rule of evidence`,
      );
    }
  }
}

/** A refund's answer in which one item says yes or no, and another one may say something else. */
export function checkPositionsOfRule(
  spec: SpecFile,
  operation: Operation,
  { when, means }: RawRule,
  at: At,
): void {
  if (operation.kind !== "refund" || means === "unknown" || means === "by_code") return;
  const { refundId = "" } = operation.vocabulary as RawRefund;
  const read = expectedIn(when).map((pointer) => ({ pointer, from: [...at, "when", pointer] }));
  if (isSuccess(means) && refundId.startsWith("/") && !hasAnyItem(refundId))
    read.push({ pointer: refundId, from: [...operation.wordsAt, "refundId"] });
  for (const { pointer, from } of read) {
    for (const list of openLists(spec.root as OpenApi, operation, pointer, when)) {
      spec.report(
        from,
        `${pointer} is of one item of ${list || "a list"}, and another one can say something else`,
        means === "declined"
          ? `write means: by_code, so that the worst decides, or ${advice(list)}`
          : advice(list),
      );
    }
  }
}

/** Whether a message can make the difference between an error that moved no money and one that may have. */
export const messageDecides = (list: readonly RawError[]): boolean =>
  list.some(({ matchMessage, money, code, at }) => {
    const isNone = list.some(
      (other) =>
        !other.matchMessage && other.code === code && other.at === at && other.money === "none",
    );
    return matchMessage && !(money === "none" && isNone);
  });

/** The error that is read decides what became of the refund, so it is the worst one. */
export function checkPositionsOfError(
  spec: SpecFile,
  operations: readonly Operation[],
  pointer: string,
  at: At,
): void {
  const root = spec.root as OpenApi;
  if (!/\/\d+(\/|$)/.test(pointer)) return;
  for (const operation of operations) {
    for (const rule of operation.vocabulary.outcomes) {
      if (rule.means !== "by_code" && rule.means !== "declined") continue;
      const kinds = partsOf(root, operation, rule).flatMap((part) => part.kinds);
      if (!kinds.some((kind) => kind.at(pointer).length > 0)) continue;
      for (const list of openLists(root, operation, pointer, rule.when)) {
        spec.report(
          at,
          `${pointer} is of one of several errors`,
          `write ${pointer.replace(/\/\d+(?=\/|$)/, "/*")}, so that the worst decides, or ${advice(list)} in each rule that reads it`,
        );
      }
    }
  }
}
