import type { OperationTable } from "@refunds/core/provider";
import type { Values } from "./values.ts";
import type { Verdict } from "./verdict.ts";

/** The refunds that a provider remembers by idempotency key, so that a key refunds only once. */
export interface RefundsByKey {
  /** The verdict on an earlier request with this key; a message if that was another refund; undefined if there was none. */
  find(values: Values): Verdict | string | undefined;
  keep(values: Values, verdict: Verdict): void;
  forget(): void;
}

/** Values that differ between two attempts at the same refund. */
const attemptValues = ["timestamp", "nonce"];

/**
 * A key in a header is an idempotency key, and a key in the path identifies the refund of a PUT. A key in the body is only
 * a reference: the tables do not say what a provider does if it gets one twice.
 */
export function createRefundsByKey({ send }: OperationTable): RefundsByKey {
  const isIdempotent = send.some(({ from, to }) => from === "key" && /^(header|path)\./.test(to));
  const kept = new Map<string, { readonly request: string; readonly verdict: Verdict }>();
  const requestOf = (values: Values) =>
    JSON.stringify([...values].filter(([source]) => !attemptValues.includes(source)));
  const keyOf = (values: Values) => (isIdempotent ? values.get("key") : undefined);

  return {
    find(values) {
      const earlier = kept.get(keyOf(values) ?? "");
      if (!earlier) return undefined;
      if (earlier.request !== requestOf(values))
        return "the key was already used for another refund";
      return earlier.verdict;
    },
    keep(values, { moved: _, ...verdict }) {
      const key = keyOf(values);
      if (key === undefined) return;
      const because = "the key was already used, so this repeats the first answer";
      kept.set(key, { request: requestOf(values), verdict: { ...verdict, because } });
    },
    forget: () => kept.clear(),
  };
}
