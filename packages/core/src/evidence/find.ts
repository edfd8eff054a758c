/** Finds the refund in a list of an answer. Pure. */

import type { FindTable } from "../evidence-table.ts";
import { textAt, valueAt } from "../json/pointer.ts";
import type { Amount } from "../money/money.ts";
import type { Source } from "../table.ts";

/** A refund as it was requested. */
export interface AskedRefund {
  readonly payment: Readonly<Record<string, unknown>>;
  /** Absent for a full refund without an amount. */
  readonly amount?: Amount<string>;
  /** The key as it was sent. */
  readonly key?: string;
  /** The provider's own id of the refund, if it gave one. */
  readonly refundId?: string;
}

/** A value of the refund by its source; undefined if it is not known. */
export function valueIn(asked: AskedRefund, source: Source): unknown {
  if (source === "currency") return asked.amount?.currency;
  if (source === "key") return asked.key;
  if (source === "refund.id") return asked.refundId;
  return asked.payment[source.replace("payment.", "")];
}

/**
 * @returns the only element with the values; a decline if the list is complete and has none; undefined if neither is certain
 */
export function elementOf(
  { in: list, where, complete }: FindTable,
  asked: AskedRefund,
  exact: unknown,
  secondsSince: number,
):
  | { readonly element: unknown }
  | { readonly proves: "declined"; readonly by: string }
  | undefined {
  const elements = valueAt(exact, list);
  const wanted = Object.entries(where).map(([at, source]) => [at, valueIn(asked, source)] as const);
  if (!Array.isArray(elements) || wanted.some(([, value]) => value === undefined)) return undefined;
  const found = elements.filter((element) =>
    wanted.every(([at, value]) => textAt(element, at) === String(value)),
  );
  if (found.length === 1) return { element: found[0] };
  if (found.length > 1 || !complete || secondsSince < complete.after) return undefined;
  const { unless } = complete;
  const more = unless === undefined ? undefined : valueAt(exact, unless);
  // Only these say that the list ends here.
  if (![undefined, null, false, ""].includes(more as never)) return undefined;
  const by = wanted.map(([at, value]) => `${at} ${value}`).join(", ");
  return { proves: "declined", by: `${list || "the list"} is complete and has none with ${by}` };
}
