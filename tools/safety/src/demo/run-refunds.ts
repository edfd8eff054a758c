import type { Sandbox, SandboxProvider } from "@refunds/sandbox";
import { type Account, createRefunds, providers, type RefundOutcome } from "refunds";

/** One refund of the demo. */
export interface Row {
  readonly provider: string;
  readonly payment: string;
  readonly requested: string;
  readonly outcome: RefundOutcome;
  readonly ms: number;
  readonly asExpected: boolean;
}

/** Refunds at every provider of the sandbox: a full refund, the same again, and a partial refund if it is supported. */
export async function runRefunds(sandbox: Sandbox, origin: string): Promise<Row[]> {
  const refunds = createRefunds({
    accounts: Object.fromEntries(
      sandbox.providers.map((provider) => [provider.provider, openAccount(provider, origin)]),
    ),
  });
  const rows: Row[] = [];
  for (const provider of sandbox.providers) {
    const [first, second] = provider.payments.filter(({ always }) => always === undefined);
    if (!first || !second) {
      throw new Error(
        `${provider.provider} has fewer than 2 sample payments without \`always\`; add one to x-sandbox in its spec`,
      );
    }
    const expected = provider.confirms ? "succeeded" : "pending";
    const steps = [
      { requested: "full", request: provider.requestFor(first), expected },
      { requested: "full, again", request: provider.requestFor(first), expected: "declined" },
      ...(provider.partial
        ? [{ requested: "part", request: provider.requestFor(second, 100), expected }]
        : []),
    ] as const;
    for (const { requested, request, expected } of steps) {
      const startedAt = performance.now();
      const key = `order-1042-${requested.replaceAll(/\W+/g, "-")}-${provider.provider}`;
      const outcome = await refunds.refund({ account: provider.provider, key, ...request });
      rows.push({
        provider: provider.title,
        payment: Object.values(request.payment).join(" "),
        requested: request.amount
          ? `${requested}: ${request.amount.value} ${request.amount.currency}`
          : requested,
        outcome,
        ms: performance.now() - startedAt,
        asExpected: outcome.status === expected,
      });
    }
  }
  return rows;
}

/** Uses the last alternative of the credentials, because it also needs a token request. */
function openAccount({ provider, credentials }: SandboxProvider, origin: string): Account {
  const factory = (providers as Record<string, (options: never) => Account>)[provider];
  if (!factory) throw new Error(`The package refunds has no provider ${provider}`);
  return factory({ baseUrl: `${origin}/${provider}`, ...credentials.at(-1) } as never);
}
