/** Plans one race: which process refunds what, and when. The same seed gives the same plan, but not the same timing. */
import type { Sandbox } from "@refunds/sandbox";
import fc from "fast-check";
import type { RefundRequest } from "../processes/shop/messages.ts";

/** The kinds of races. */
export const races = {
  "one key": "one key: one request arrives",
  "more than refundable": "two refunds of 60 of 100: one is sent",
  "one payment": "keys of one payment: one at a time",
  "mixed keys": "a mix, with faulty answers",
} as const;

export type Race = keyof typeof races;

interface Call {
  /** The index of the process. */
  readonly process: number;
  /** The index of the key. */
  readonly key: number;
  /** Milliseconds after the start. */
  readonly after: number;
}

export interface RacePlan {
  readonly race: Race;
  readonly provider: string;
  /** The index of its kind of credentials. */
  readonly credentials: number;
  readonly calls: readonly Call[];
  /** How the provider answers: immediately, byte by byte, or with faults drawn from this seed. */
  readonly answers: "at once" | "slowly" | { readonly seed: number };
}

/** The same seed gives the same plans. */
export function planRaces(
  sandbox: Sandbox,
  processes: number,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): RacePlan[] {
  const after = fc.nat(4);
  const at = fc.nat(processes - 1);
  const everyProcess = (keyOf: (process: number) => number, count = processes) =>
    fc
      .tuple(...Array.from({ length: count }, () => after))
      .map((times) =>
        times.map((after, process) => ({ process, key: keyOf(process), after }) satisfies Call),
      );
  const calls: Record<Race, fc.Arbitrary<readonly Call[]>> = {
    "one key": everyProcess(() => 0),
    "more than refundable": everyProcess((process) => process, 2),
    "one payment": everyProcess((process) => process),
    "mixed keys": fc.array(fc.record({ process: at, key: fc.nat(2), after }), {
      minLength: 3,
      maxLength: 6,
    }),
  };
  const account = fc.constantFrom(
    ...sandbox.providers.flatMap(({ provider, credentials }) =>
      credentials.map((_, nth) => ({ provider, credentials: nth })),
    ),
  );
  const plan = fc.constantFrom(...(Object.keys(races) as Race[])).chain((race) =>
    fc
      .record({ account, calls: calls[race], seed: fc.nat() })
      .map(({ account, calls, seed }): RacePlan => {
        const answers =
          race === "mixed keys" ? { seed } : race === "one payment" ? "slowly" : "at once";
        return { race, ...account, calls, answers };
      }),
  );
  return fc.sample(plan, { seed, numRuns: rounds });
}

/** The payment of a round. */
export interface RacePayment {
  /** The refundable amount in minor units. */
  readonly refundable: number;
  request(key: number): RefundRequest;
}

/** A new account name makes a new payment for the journal, because payments belong to accounts. */
export function paymentOf(plan: RacePlan, sandbox: Sandbox, account: string): RacePayment {
  const provider = sandbox.provider(plan.provider);
  const payment = provider.payments.find(({ always }) => always === undefined);
  if (!payment) throw new Error(`${plan.provider} does not have a payment that can be refunded`);
  const { amount } = payment;
  const isShort = plan.race === "more than refundable";
  // Less than was paid, so that the provider itself would accept both refunds.
  const step = provider.amountStep(amount.currency);
  const steps = Math.floor(amount.value / step);
  const refundable = isShort && provider.partial ? (steps >> 1) * step : amount.value;
  const share = (key: number) => {
    if (!provider.partial) return amount.value;
    return (isShort ? Math.ceil((steps >> 1) * 0.6) : Math.floor(steps / 100) + key) * step;
  };
  return {
    refundable,
    request: (key) => ({
      account,
      key: `${account}-refund-${key}`,
      ...provider.requestFor(payment, share(key)),
      ...(isShort && { refundable: { value: refundable, currency: amount.currency } }),
    }),
  };
}
