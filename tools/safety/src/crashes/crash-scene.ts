/** The refund whose process is killed, with its provider and journal. */
import type { Balance, Sandbox, SandboxProvider } from "@refunds/sandbox";
import type { StoreName } from "../processes/journals.ts";
import type { RefundRequest } from "../processes/shop/messages.ts";

/** How the provider answers every refund of the payment. */
const replies = ["succeeded", "pending", "refused"] as const;
export type Reply = (typeof replies)[number];

export interface CrashScene {
  readonly store: StoreName;
  readonly provider: string;
  /** The index of the provider's kind of credentials. */
  readonly credentials: number;
  readonly reply: Reply;
}

/** All combinations of provider, kind of credentials and reply. */
export const crashScenes = (sandbox: Sandbox, stores: readonly StoreName[]): CrashScene[] =>
  stores.flatMap((store) =>
    sandbox.providers.flatMap((provider) =>
      provider.credentials.flatMap((_, nth) =>
        replies
          .filter((reply) => provider.payments.some((each) => replyOf(provider, each) === reply))
          .map((reply) => ({ store, provider: provider.provider, credentials: nth, reply })),
      ),
    ),
  );

/** The refund whose process is killed, and another one of the same payment. Both are partial if the provider supports it. */
export function requestsOf(
  { provider: name, reply }: CrashScene,
  sandbox: Sandbox,
): readonly [RefundRequest, RefundRequest] {
  const provider = sandbox.provider(name);
  const payment = provider.payments.find((each) => replyOf(provider, each) === reply);
  if (!payment) throw new Error(`${name} has no payment whose refund is ${reply}`);
  const { value, currency } = payment.amount;
  const step = provider.amountStep(currency);
  const third = Math.floor(value / 3 / step) * step;
  const request = (key: string, part: number): RefundRequest => ({
    account: name,
    key,
    ...provider.requestFor(payment, provider.partial ? part : value),
  });
  return [request("order-1-refund-1", third), request("order-1-refund-2", third - step)];
}

function replyOf({ confirms }: SandboxProvider, { always }: Balance): Reply {
  if (always === undefined) return confirms ? "succeeded" : "pending";
  return always === "pending" ? "pending" : "refused";
}
