/** One race, as it is planned: who asks for what, and when. Seeded, so that a plan can be had again; its timing cannot. */
import type { Sandbox } from "@refunds/sandbox";
import fc from "fast-check";
import type { RefundRequest } from "../processes/shop/messages.ts";

/** What the callers want. */
export const races = {
  "one key": "the same key in every process at once: one request arrives",
  "more than there is": "two refunds of 60 out of 100: at most one is sent",
  "one payment": "different keys of one payment: never two at the provider at once",
  "mixed keys": "some of each, while answers go wrong",
} as const;

export type Race = keyof typeof races;

interface Call {
  /** Which process asks, from 0. */
  readonly process: number;
  /** Which key, from 0. */
  readonly key: number;
  /** Milliseconds after the start. */
  readonly after: number;
}

export interface RacePlan {
  readonly race: Race;
  readonly provider: string;
  /** Which of its kinds of credentials. */
  readonly credentials: number;
  readonly calls: readonly Call[];
  /** How the provider answers: at once, byte by byte, or with faults of this seed. */
  readonly answers: "at once" | "slowly" | { readonly seed: number };
}

/** The same plans for the same seed. */
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
    "more than there is": everyProcess((process) => process, 2),
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
  /** Minor units that may be refunded of it. */
  readonly refundable: number;
  request(key: number): RefundRequest;
}

/** The journal knows a payment by its account, so a new account makes a payment that nothing was refunded of. */
export function paymentOf(plan: RacePlan, sandbox: Sandbox, account: string): RacePayment {
  const provider = sandbox.provider(plan.provider);
  const payment = provider.payments.find(({ always }) => always === undefined);
  if (!payment) throw new Error(`${plan.provider} has no payment that can be refunded`);
  const { amount } = payment;
  const isShort = plan.race === "more than there is";
  // Less than was paid, so that the provider itself would let both refunds pass.
  const refundable = isShort && provider.partial ? Math.floor(amount.value / 2) : amount.value;
  const share = (key: number) => {
    if (!provider.partial) return amount.value;
    return isShort ? Math.ceil(refundable * 0.6) : 100 + key;
  };
  return {
    refundable,
    request: (key) => ({
      account,
      key: `${account}/refund-${key}`,
      ...provider.requestFor(payment, share(key)),
      ...(isShort && { refundable: { value: refundable, currency: amount.currency } }),
    }),
  };
}
