import type { OperationTable } from "@refunds/core/provider";
import type { Values } from "./values.ts";
import type { Verdict } from "./verdict.ts";

/** The refunds a provider remembers by the caller's key, so that the same key does not refund again. */
export interface RefundsByKey {
  /** The verdict on an earlier refund with this key, a sentence where that was another refund, or undefined. */
  find(values: Values): Verdict | string | undefined;
  keep(values: Values, verdict: Verdict): void;
  forget(): void;
}

/** What differs between two tries of the same refund. */
const ofOneTry = ["timestamp", "nonce"];

/**
 * A key in a header is an idempotency key, and one in the path names the refund that a PUT makes. A key in the body is
 * only a reference: what a provider does with it twice would have to be in its table.
 */
export function createRefundsByKey({ send }: OperationTable): RefundsByKey {
  const holds = send.some(({ from, to }) => from === "key" && /^(header|path)\./.test(to));
  const kept = new Map<string, { readonly asked: string; readonly verdict: Verdict }>();
  const askedBy = (values: Values) =>
    JSON.stringify([...values].filter(([source]) => !ofOneTry.includes(source)));
  const keyOf = (values: Values) => (holds ? values.get("key") : undefined);

  return {
    find(values) {
      const earlier = kept.get(keyOf(values) ?? "");
      if (!earlier) return undefined;
      if (earlier.asked !== askedBy(values)) return "the key was used for another refund";
      return earlier.verdict;
    },
    keep(values, { moved: _, ...verdict }) {
      const key = keyOf(values);
      if (key === undefined) return;
      const because = "the key was used before, so this is the first answer again";
      kept.set(key, { asked: askedBy(values), verdict: { ...verdict, because } });
    },
    forget: () => kept.clear(),
  };
}
