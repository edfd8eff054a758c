import type { Sandbox, SandboxProvider } from "@refunds/sandbox";
import { type Account, createRefunds, providers, type RefundOutcome } from "refunds";

/** One refund of the rehearsal: what was asked, what came of it, and whether that is right. */
export interface Row {
  readonly provider: string;
  readonly payment: string;
  readonly asked: string;
  readonly outcome: RefundOutcome;
  readonly ms: number;
  readonly asExpected: boolean;
}

/** Makes an account at every provider of the sandbox and refunds: in full, the same payment again, and in part. */
export async function runRefunds(sandbox: Sandbox, origin: string): Promise<Row[]> {
  const refunds = createRefunds({
    accounts: Object.fromEntries(
      sandbox.providers.map((provider) => [provider.provider, openAccount(provider, origin)]),
    ),
  });
  const rows: Row[] = [];
  for (const provider of sandbox.providers) {
    const [whole, other] = provider.payments;
    if (!whole || !other) throw new Error(`${provider.provider} has too few sample payments`);
    const steps = [
      { asked: "full", request: provider.requestFor(whole), expected: "succeeded" },
      { asked: "full, again", request: provider.requestFor(whole), expected: "declined" },
      ...(provider.partial
        ? [{ asked: "part", request: provider.requestFor(other, 100), expected: "succeeded" }]
        : []),
    ] as const;
    for (const { asked, request, expected } of steps) {
      const startedAt = performance.now();
      const key = `${provider.provider}/${asked}`;
      const outcome = await refunds.refund({ account: provider.provider, key, ...request });
      rows.push({
        provider: provider.title,
        payment: Object.values(request.payment).join(" "),
        asked: request.amount
          ? `${asked}: ${request.amount.value} ${request.amount.currency}`
          : asked,
        outcome,
        ms: performance.now() - startedAt,
        asExpected: outcome.status === expected,
      });
    }
  }
  return rows;
}

/** The last way to prove who is calling is the most elaborate one: it exercises token exchanges, too. */
function openAccount({ provider, credentials }: SandboxProvider, origin: string): Account {
  const factory = (providers as Record<string, (options: never) => Account>)[provider];
  if (!factory) throw new Error(`refunds has no provider ${provider}`);
  return factory({ baseUrl: `${origin}/${provider}`, ...credentials.at(-1) } as never);
}
