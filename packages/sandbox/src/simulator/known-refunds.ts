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

/** Facts that change when the refund ends. */
interface Known {
  facts: Facts;
}

export function createKnownRefunds(table: SimulatorTable, credentials: Credentials): KnownRefunds {
  const all = new Map<number, Known>();
  /** By an identifier, oldest first: a queue may ask about each of a million refunds. */
  const byValue = new Map<string, Known[]>();

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
    find(values) {
      const lists = [...values].flatMap(([source, value]) => {
        const isNamed = source === "key" || source === "refund.id" || source.startsWith("payment.");
        return isNamed ? [byValue.get(nameOf(source, value)) ?? []] : [];
      });
      const [shortest = [...all.values()], ...others] = lists.toSorted(
        (a, b) => a.length - b.length,
      );
      return shortest
        .filter((one) => others.every((list) => list.includes(one)))
        .map(({ facts }) => facts);
    },
    keep(facts) {
      const refundId = idOf(facts);
      const known = { facts: { ...facts, ...(refundId !== undefined && { refundId }) } };
      for (const name of namesOf(known.facts)) {
        const list = byValue.get(name);
        if (list) list.push(known);
        else byValue.set(name, [known]);
      }
      if (facts.refund) all.set(facts.refund.number, known);
    },
    numbered: (number) => all.get(number)?.facts,
    finish(refund) {
      const known = all.get(refund.number);
      if (known) known.facts = { ...known.facts, refund };
    },
    forget() {
      all.clear();
      byValue.clear();
    },
  };
}

/** Everything by which a query can name the refund. */
const namesOf = ({ key, refundId, refund }: Facts): string[] => [
  ...(key === undefined ? [] : [nameOf("key", key)]),
  ...(refundId === undefined ? [] : [nameOf("refund.id", refundId)]),
  ...Object.entries(refund?.payment ?? {}).map(([name, id]) => nameOf(`payment.${name}`, id)),
];

const nameOf = (source: string, value: unknown): string => `${source} ${value}`;
