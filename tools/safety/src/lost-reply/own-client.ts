import { type Account, createRefunds, memoryJournal, providers } from "refunds";
import { callerKey } from "./drill.ts";

export interface OwnRefund {
  readonly provider: string;
  /** With `environment`, the client uses the provider's own address; otherwise `origin`. */
  readonly credentials: object;
  readonly request: object;
}

/** Creates the facade with one account, and returns a function that makes one refund, always with the same key. */
export function openOwn(
  { provider, credentials, request }: OwnRefund,
  origin: string,
  { timeoutMs }: { readonly timeoutMs?: number | undefined } = {},
): () => Promise<unknown> {
  const factory = (providers as Record<string, (options: never) => Account>)[provider];
  if (!factory) throw new Error(`The package refunds has no provider ${provider}`);
  const account = factory({
    ...("environment" in credentials ? {} : { baseUrl: `${origin}/${provider}` }),
    ...credentials,
    ...(timeoutMs && { timeoutMs }),
  } as never);
  const refunds = createRefunds({ accounts: { account }, journal: memoryJournal() });
  return () => refunds.refund({ account: "account", key: callerKey, ...request } as never);
}
