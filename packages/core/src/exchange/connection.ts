/** What every call of one client goes through: its options, credentials, token, deadline and secrets. */
import type { Ending, Exchange } from "../answer/ending.ts";
import { RefundError } from "../errors.ts";
import type { DecimalsOf } from "../money/money.ts";
import { type CallOptions, callProblems, readOptions, type Settings } from "../options.ts";
import type { freshValue } from "../request/fresh.ts";
import { compose, type RequestParts, type Values } from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { Signer } from "../signature/sign.ts";
import type { OperationTable, ProviderTable } from "../table.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { createExchanger } from "./exchange.ts";
import { createSecrets } from "./secrets.ts";
import type { tokenSource } from "./token.ts";

/** Behaviour that only some providers need; a package names what its table needs, so that no other is loaded. */
export interface Features {
  readonly signer?: Signer;
  readonly tokens?: typeof tokenSource;
  /** Needed where times or nonces are sent. */
  readonly fresh?: typeof freshValue;
  /** Needed where amounts are sent and the table does not list the currencies. */
  readonly currencies?: DecimalsOf;
}

export interface Connection {
  readonly settings: Settings;
  /** The credentials that were given, by source name. */
  readonly given: Values;
  /** Throws a `RefundError`, with nothing sent, where there is any problem. */
  refuse(problems: readonly Problem[], call?: CallOptions): void;
  /** `build` gets every credential there is; until it has been called, nothing of the operation has left. */
  perform(
    operation: OperationTable,
    call: CallOptions | undefined,
    build: (credentials: Values) => RequestParts,
  ): Promise<Exchange>;
  /** Forgets a token that the provider refused; the next call obtains a new one. */
  dropToken(): void;
}

export function connect(table: ProviderTable, features: Features, options: unknown): Connection {
  const { provider, errors, token } = table;
  const settings = readOptions(table, options);
  const secrets = createSecrets();
  const given: Record<string, unknown> = {};
  const exchange = createExchanger(provider, settings, given, secrets, features.signer);
  for (const [name, value] of Object.entries(settings.credentials)) {
    given[`credentials.${name}`] = value;
    if (table.credentials.some((set) => set[name]?.secret)) secrets.add(String(value));
  }
  const obtained = `credentials.${token?.gives}`;
  const tokens =
    token && given[obtained] === undefined
      ? features.tokens?.(token, errors, secrets, settings.timeoutMs, (deadline) =>
          exchange(token, compose(token, given, features.fresh), deadline),
        )
      : undefined;

  async function credentials(deadline: Deadline): Promise<Values | Ending> {
    if (!tokens) return given;
    try {
      const issued = await deadline.race(tokens.get());
      return typeof issued === "string" ? { ...given, [obtained]: issued } : issued;
    } catch (error) {
      const ended = deadline.ended();
      if (!ended) throw error;
      const message = `The call ended (${ended}) before an access token came.`;
      return { status: "not_sent", message, cause: { name: "TokenError", message } };
    }
  }

  return {
    settings,
    given,
    refuse(problems, call) {
      const all = [...problems, ...callProblems(call)];
      if (all.length > 0) throw new RefundError("invalid_request", provider, all);
    },
    async perform(operation, call, build) {
      const deadline = startDeadline(settings.timeoutMs, call?.signal);
      try {
        const known = await credentials(deadline);
        if ("status" in known) return known as Ending;
        return secrets.masked(await exchange(operation, build(known), deadline));
      } finally {
        deadline.clear();
      }
    },
    dropToken: () => tokens?.drop(),
  };
}
