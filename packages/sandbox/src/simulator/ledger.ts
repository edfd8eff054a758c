import type { Amount } from "@refunds/core";
import type { SimulatorTable } from "../simulator-table.ts";
import { positions } from "./positions.ts";
import { confirms } from "./table-check.ts";

/** A payment and its balance. Amounts are in minor units of the payment's currency. */
export interface Balance {
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount: Amount;
  readonly refunded: number;
  readonly remaining: number;
  /** The part of `refunded` that is only accepted, if any. No total in a provider's answer includes it yet. */
  readonly pending?: number;
  /** How every refund of this payment is judged, such as `pending` or `not_settled`. */
  readonly always?: string;
}

/** A refund that was carried out or accepted. */
export interface LedgerRefund {
  /** 1 for the provider's first refund, then 2, 3, ... */
  readonly number: number;
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount: Amount;
  /** `pending`: accepted, and the money counts as refunded. `failed`: it was accepted, and the merchant has the money again. */
  readonly status: "succeeded" | "pending" | "failed";
}

type RefundResult =
  | {
      readonly situation: "refunded" | "pending";
      readonly refund: LedgerRefund;
      readonly because?: never;
    }
  | { readonly situation: string; readonly because: string; readonly refund?: never };

/** What refunds' ids count from after a start or a reset, of the first number that was not used yet. */
export type FirstSerial = (unused: number) => number;

/** The balances of one simulated merchant. All methods are synchronous, so requests cannot interleave. */
export class Ledger {
  readonly #table: SimulatorTable;
  readonly #positionOf: ReturnType<typeof positions>;
  readonly #firstSerial: FirstSerial;
  #first = 1;
  #balances: Balance[] = [];
  #refunds: LedgerRefund[] = [];
  /** The numbers of refunds that failed after they had succeeded. */
  #cameBack = new Set<number>();

  constructor(table: SimulatorTable, firstSerial: FirstSerial = () => 1) {
    this.#table = table;
    this.#firstSerial = firstSerial;
    this.reset();
    this.#positionOf = positions(table);
  }

  get refunds(): readonly LedgerRefund[] {
    return [...this.#refunds];
  }

  balances(): readonly Balance[] {
    return [...this.#balances];
  }

  /** The payment that has all of these identifiers. */
  find(ids: Readonly<Record<string, string>>): Balance | undefined {
    const at = this.#positionOf(ids);
    return at === undefined ? undefined : this.#balances[at];
  }

  /** What the refund's id is made of. */
  serialOf({ number }: LedgerRefund): number {
    return this.#first + number - 1;
  }

  /** Refunds `value` minor units, if the provider's rules allow it. */
  refund(balance: Balance, value: number): RefundResult {
    const refused = refusalOf(this.#table, balance, value);
    if (refused) return refused;
    const pending = balance.always === "pending" || !confirms(this.#table);
    const refund: LedgerRefund = {
      number: this.#refunds.length + 1,
      payment: balance.payment,
      amount: { value, currency: balance.amount.currency },
      status: pending ? "pending" : "succeeded",
    };
    this.#refunds.push(refund);
    this.#balances[this.#balances.indexOf(balance)] = {
      ...balance,
      refunded: balance.refunded + value,
      remaining: balance.remaining - value,
      ...(pending && { pending: (balance.pending ?? 0) + value }),
    };
    return { situation: pending ? "pending" : "refunded", refund };
  }

  /**
   * Ends a refund that is pending, or lets one fail that had succeeded. Returns it as it is then.
   * @throws {Error} if there is no such refund, or it failed before
   */
  finish(number: number, as: "succeeded" | "failed"): LedgerRefund {
    const { provider } = this.#table;
    const at = this.#refunds.findIndex((refund) => refund.number === number);
    const refund = this.#refunds[at];
    if (!refund) throw new Error(`${provider} has no refund ${number}.`);
    if (refund.status === as) return refund;
    if (refund.status === "failed") {
      throw new Error(`Refund ${number} of ${provider} has failed, and stays so.`);
    }
    if (refund.status === "succeeded") this.#cameBack.add(number);
    const finished = { ...refund, status: as };
    this.#refunds[at] = finished;
    this.#balances = this.#balances.map((balance) =>
      balance.payment === refund.payment ? afterEnd(balance, refund, as) : balance,
    );
    return finished;
  }

  /** Whether it succeeded, also if it failed since. */
  hadSucceeded(number: number): boolean {
    const isSucceeded = this.#refunds[number - 1]?.status === "succeeded";
    return isSucceeded || this.#cameBack.has(number);
  }

  reset(): void {
    this.#cameBack.clear();
    this.#balances = this.#table.payments.map(({ refunded = 0, ...payment }) => ({
      ...payment,
      refunded,
      remaining: payment.amount.value - refunded,
    }));
    this.#first = this.#firstSerial(this.#first + this.#refunds.length);
    this.#refunds = [];
  }
}

/** Why the provider's rules do not allow this refund; undefined if they do. */
function refusalOf(
  table: SimulatorTable,
  balance: Balance,
  value: number,
): { readonly situation: string; readonly because: string } | undefined {
  const refuse = (situation: string, because: string) => ({ situation, because });
  const { always, refunded, remaining, amount } = balance;
  if (always !== undefined && always !== "pending") {
    return refuse(always, `every refund of this payment is answered with ${always}`);
  }
  if (refunded > 0 && !table.repeated) {
    return refuse(
      "already_refunded",
      "the payment was already refunded, and this provider refunds a payment only once",
    );
  }
  if (remaining === 0) return refuse("already_refunded", "the payment is already fully refunded");
  if (value < amount.value && !table.partial) {
    return refuse(
      "partial_not_supported",
      `only the full amount of ${amount.value} can be refunded`,
    );
  }
  if (value > remaining) {
    return refuse("exceeds_refundable", `${value} is more than the remaining ${remaining}`);
  }
  return undefined;
}

/** The balance of a payment after one of its refunds has ended. */
function afterEnd(
  { pending: before = 0, ...balance }: Balance,
  { status, amount: { value } }: LedgerRefund,
  as: "succeeded" | "failed",
): Balance {
  const pending = status === "pending" ? before - value : before;
  const back = as === "failed" ? value : 0;
  return {
    ...balance,
    refunded: balance.refunded - back,
    remaining: balance.remaining + back,
    ...(pending > 0 && { pending }),
  };
}
