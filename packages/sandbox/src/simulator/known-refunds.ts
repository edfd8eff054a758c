import { valueAt } from "@refunds/core/provider";
import type { SimulatorTable } from "../simulator-table.ts";
import { answerFor, type Facts, fillAnswer } from "./answers.ts";
import type { Credentials } from "./credentials.ts";
import type { LedgerRefund } from "./ledger.ts";
import type { Values } from "./values.ts";

/** The refunds that a provider has made, for queries about one refund. */
export interface KnownRefunds {
  /** The refunds with all the identifiers that a query names, oldest first. */
  find(values: Values): readonly Facts[];
  keep(facts: Facts): void;
  /** The refund with this number; undefined if there is none. */
  numbered(number: number): Facts | undefined;
  /** Puts in how a refund ended. */
  finish(refund: LedgerRefund): void;
  forget(): void;
}

export function createKnownRefunds(table: SimulatorTable, credentials: Credentials): KnownRefunds {
  let known: Facts[] = [];

  /** The id is what the refund's own answer says. */
  function idOf(facts: Facts): string | undefined {
    const { refundIdAt } = table;
    if (refundIdAt === undefined) return undefined;
    const situation = facts.refund?.status === "pending" ? "pending" : "refunded";
    const { body } = fillAnswer(table, credentials, answerFor(table, situation), facts);
    const id = valueAt(body, refundIdAt);
    // A number of the answer is an object that keeps its digits.
    return typeof id === "string" || id === undefined ? id : JSON.stringify(id);
  }

  return {
    find: (values) =>
      known.filter(({ refund, refundId, key }) =>
        [...values].every(([source, value]) => {
          if (source === "key") return key === value;
          if (source === "refund.id") return refundId === value;
          const [kind, name = ""] = source.split(".");
          return kind !== "payment" || String(refund?.payment[name]) === value;
        }),
      ),
    keep(facts) {
      const refundId = idOf(facts);
      known.push({ ...facts, ...(refundId !== undefined && { refundId }) });
    },
    numbered: (number) => known.find(({ refund }) => refund?.number === number),
    finish(refund) {
      known = known.map((facts) =>
        facts.refund?.number === refund.number ? { ...facts, refund } : facts,
      );
    },
    forget() {
      known = [];
    },
  };
}
