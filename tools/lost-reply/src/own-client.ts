import { type Account, createRefunds, providers } from "refunds";
import { callerKey } from "./drill.ts";

export interface OwnRefund {
  readonly provider: string;
  readonly credentials: object;
  readonly request: object;
}

/** A client of this repo as README shows it: the facade, with a key. What it returns refunds once. */
export function openOwn(
  { provider, credentials, request }: OwnRefund,
  origin: string,
  { timeoutMs }: { readonly timeoutMs?: number | undefined } = {},
): () => Promise<unknown> {
  const factory = (providers as Record<string, (options: never) => Account>)[provider];
  if (!factory) throw new Error(`refunds has no provider ${provider}`);
  const account = factory({
    baseUrl: `${origin}/${provider}`,
    ...credentials,
    ...(timeoutMs && { timeoutMs }),
  } as never);
  const refunds = createRefunds({ accounts: { account } });
  return () => refunds.refund({ account: "account", key: callerKey, ...request } as never);
}
