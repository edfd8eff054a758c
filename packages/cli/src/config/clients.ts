/** The clients of the configured accounts. Each is made when it is used first, so that a command needs only the credentials it uses. */
import { isRefundError } from "@refunds/core";
import type { Account, clientFrom, Fetch, ProviderName, ProviderOptions } from "refunds";
import { CliError, refuse } from "../errors.ts";
import type { SentOutcome } from "../run/braked-pace.ts";
import { retryAfterMs } from "../run/pace.ts";
import type { AccountConfig } from "./config.ts";
import type { LoadedConfig } from "./load-config.ts";

/** Learns what each provider says to what is sent: every sending passes here, also a repetition, and no outcome of the journal does. */
export interface RateLimits {
  /** @param ms - for how long to wait, if the provider said so */
  tooManyRequests(account: string, ms?: number): void;
  sent(account: string, outcome: SentOutcome): void;
  /** The provider answered a query. */
  asked(account: string): void;
}

/** `clientFrom()` for the providers of a configuration. */
export type ClientFrom = typeof clientFrom;

/** Loads the code of the providers that the configuration names, and of no other one. */
export async function loadProviders({ accounts }: LoadedConfig): Promise<ClientFrom> {
  const { loadClientFrom } = await import("refunds/on-demand");
  return loadClientFrom(Object.values(accounts).map(({ provider }) => provider));
}

export const clientsOf = (
  config: LoadedConfig,
  from: ClientFrom,
  limits?: RateLimits,
): Readonly<Record<string, Account>> =>
  Object.fromEntries(
    Object.entries(config.accounts).map(([name, options]) => [
      name,
      lazy(options.provider, () => {
        const given = limits ? watched(options, name, limits) : options;
        const client = clientOf(config, from, name, given);
        return limits ? telling(client, name, limits) : client;
      }),
    ]),
  );

/** The same accounts, which can be asked and never refund. For programs that must not move money, whatever they call. */
export const withoutRefunds = (
  accounts: Readonly<Record<string, Account>>,
): Readonly<Record<string, Account>> =>
  Object.fromEntries(
    Object.entries(accounts).map(([name, account]) => [
      name,
      Object.create(account, { refund: { value: refuseToRefund, enumerable: true } }) as Account,
    ]),
  );

const refuseToRefund = async (): Promise<never> =>
  refuse("not_confirmed", "This program must not send refunds. Nothing was sent.");

/** The outcome does not have the header that says how long to wait, so it is read on the way. */
function watched(options: AccountConfig, name: string, limits: RateLimits): AccountConfig {
  const { fetch = (...request: Parameters<Fetch>) => globalThis.fetch(...request) } = options;
  const watchedFetch: Fetch = async (...request) => {
    const response = await fetch(...request);
    const { status, headers } = response;
    if (status === 429) limits.tooManyRequests(name, retryAfterMs(headers.get("retry-after")));
    return response;
  };
  // What marks it, as that of the sandbox is marked, is kept.
  return { ...options, fetch: Object.assign(watchedFetch, { ...fetch }) };
}

function telling(client: Account, name: string, limits: RateLimits): Account {
  const { query } = client;
  return {
    ...client,
    async refund(...request) {
      const outcome = await client.refund(...request);
      limits.sent(name, outcome);
      return outcome;
    },
    ...(query && {
      async query(...request) {
        const outcome = await query(...request);
        if (outcome.status === "found") limits.asked(name);
        return outcome;
      },
    }),
  };
}

function lazy(provider: string, create: () => Account): Account {
  let made: Account | undefined;
  const client = () => {
    made ??= create();
    return made;
  };
  return {
    provider,
    get timeoutMs() {
      return client().timeoutMs;
    },
    get sentTo() {
      return client().sentTo as string;
    },
    check: (request) => client().check(request),
    refund: (request, options) => client().refund(request, options),
    get query() {
      return client().query as NonNullable<Account["query"]>;
    },
    get evidence() {
      return client().evidence as NonNullable<Account["evidence"]>;
    },
  };
}

/** @throws {CliError} for options that are missing or wrong, without their values */
export function clientOf(
  config: LoadedConfig,
  from: ClientFrom,
  name: string,
  given: AccountConfig,
): Account {
  const { sentTo, ...options } = given;
  try {
    const client: Account = from(options as unknown as ProviderOptions<ProviderName>);
    return sentTo === undefined ? client : { ...client, sentTo };
  } catch (error) {
    if (!isRefundError(error)) throw error;
    const problems = error.problems.map(({ field, message }) => ({
      field: `accounts.${name}.${field}`,
      message,
    }));
    const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
    const message = `${config.file}: ${list}.${unsetVariables(config)}`;
    throw new CliError("invalid_config", message, problems);
  }
}

function unsetVariables({ variables }: LoadedConfig): string {
  const unset = [...variables].filter(([, isSet]) => !isSet).map(([name]) => name);
  return unset.length > 0 ? ` Not set in the environment: ${unset.join(", ")}.` : "";
}
