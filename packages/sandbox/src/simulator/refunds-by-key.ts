import type { OperationTable } from "@refunds/core/provider";
import type { SimulatedKeys } from "../simulator-table.ts";
import type { Values } from "./values.ts";
import type { Verdict } from "./verdict.ts";

/** The refunds that a provider remembers by idempotency key, so that a key refunds only once. */
export interface RefundsByKey {
  /** The verdict on an earlier request with this key; a message if that was another refund; undefined if there was none. */
  find(values: Values, now: number): Verdict | string | undefined;
  keep(values: Values, verdict: Verdict): void;
  forget(): void;
}

/** Values that differ between two attempts at the same refund. */
const attemptValues = ["timestamp", "nonce"];

/**
 * A key in a header is an idempotency key, and a key in the path identifies the refund of a PUT. A key in the body is one
 * only if the spec says so (`keys`): otherwise it is a reference, and nothing says what happens to a second one.
 */
export function createRefundsByKey(
  { send }: OperationTable,
  keys: SimulatedKeys | undefined,
): RefundsByKey {
  const isIdempotent =
    keys !== undefined ||
    send.some(({ from, to }) => from === "key" && /^(header|path)\./.test(to));
  const lifetimeMs = (keys?.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const kept = new Map<string, { readonly request: string; readonly verdict: Verdict }>();
  const requestOf = (values: Values) =>
    JSON.stringify([...values].filter(([source]) => !attemptValues.includes(source)));
  const keyOf = (values: Values) => (isIdempotent ? values.get("key") : undefined);

  return {
    find(values, now) {
      const earlier = kept.get(keyOf(values) ?? "");
      if (!earlier || now - earlier.verdict.facts.at > lifetimeMs) return undefined;
      if (keys?.body !== "ignored" && earlier.request !== requestOf(values))
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
