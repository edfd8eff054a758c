/** What is refunded, and where, when a process is killed. */
import type { Balance, Sandbox } from "@refunds/sandbox";
import type { StoreName } from "../processes/journals.ts";
import type { RefundRequest } from "../processes/shop/messages.ts";

/** What the provider says to every refund of the payment. */
const replies = ["succeeded", "pending", "refused"] as const;
export type Reply = (typeof replies)[number];

export interface CrashScene {
  readonly store: StoreName;
  readonly provider: string;
  /** Which of the provider's kinds of credentials. */
  readonly credentials: number;
  readonly reply: Reply;
}

/** Every provider, by each of its kinds of credentials, for each reply it can give. */
export const crashScenes = (sandbox: Sandbox, stores: readonly StoreName[]): CrashScene[] =>
  stores.flatMap((store) =>
    sandbox.providers.flatMap(({ provider, credentials, payments }) =>
      credentials.flatMap((_, nth) =>
        replies
          .filter((reply) => payments.some((payment) => replyOf(payment) === reply))
          .map((reply) => ({ store, provider, credentials: nth, reply })),
      ),
    ),
  );

/** The refund whose process is killed, and another of the same payment. Where the provider lets them be, both are partial. */
export function requestsOf(
  { provider: name, reply }: CrashScene,
  sandbox: Sandbox,
): readonly [RefundRequest, RefundRequest] {
  const provider = sandbox.provider(name);
  const payment = provider.payments.find((each) => replyOf(each) === reply);
  if (!payment) throw new Error(`${name} has no payment whose refund is ${reply}`);
  const { value } = payment.amount;
  const third = Math.floor(value / 3);
  const request = (key: string, part: number): RefundRequest => ({
    account: name,
    key,
    ...provider.requestFor(payment, provider.partial ? part : value),
  });
  return [request("order-1/refund-1", third), request("order-1/refund-2", third - 1)];
}

function replyOf({ always }: Balance): Reply {
  if (always === undefined) return "succeeded";
  return always === "pending" ? "pending" : "refused";
}
