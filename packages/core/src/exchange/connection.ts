/** What all calls of one client share: options, credentials, the access token, deadlines and masking. */
import type { SendResult } from "../answer/send-result.ts";
import { RefundError } from "../errors.ts";
import type { Features } from "../features.ts";
import { type CallOptions, readCallOptions, readOptions, type Settings } from "../options.ts";
import { compose, type RequestParts, type Values } from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { OperationTable, ProviderTable } from "../table.ts";
import { startDeadline } from "./deadline.ts";
import { withRetries } from "./retry.ts";
import { createSecrets } from "./secrets.ts";
import { createSendOnce } from "./send-once.ts";

export interface Connection {
  readonly settings: Settings;
  /** The credentials of the options, by source. An answer can repeat them. */
  readonly given: Values;
  /** Reads the options of a call. @throws {RefundError} for problems of the options or the request */
  read(problems: readonly Problem[], options?: unknown): CallOptions;
  /**
   * Retries requests that provably never arrived, and those for which `worthRepeating` returns a delay in milliseconds.
   * `build` receives all credentials. Nothing is sent before it is called.
   */
  perform(
    operation: OperationTable,
    call: CallOptions,
    build: (credentials: Values) => RequestParts,
    worthRepeating?: (result: SendResult) => number | undefined,
  ): Promise<SendResult>;
}

export function connect(table: ProviderTable, features: Features, options: unknown): Connection {
  const { provider } = table;
  const settings = (features.options ?? readOptions)(table, options);
  const secrets = createSecrets();
  const given: Record<string, unknown> = {};
  const sendOnce = createSendOnce(provider, settings, given, secrets, features);
  for (const [name, value] of Object.entries(settings.credentials)) {
    given[`credentials.${name}`] = value;
    if (table.credentials.some((set) => set[name]?.secret))
      for (const secret of [value].flat()) secrets.add(String(secret));
  }
  features.basic?.(table, given, secrets);
  const withToken = features.tokens?.(
    table,
    given,
    secrets,
    settings.timeoutMs,
    (token, deadline) =>
      withRetries(() => sendOnce(token, compose(token, given, features), deadline), deadline),
    features.renews,
  );

  return {
    settings,
    given,
    read(problems, options) {
      const read = readCallOptions(options);
      const all = [...problems, ...read.problems];
      if (all.length > 0) throw new RefundError("invalid_request", provider, all);
      return read.call;
    },
    async perform(operation, call, build, worthRepeating) {
      const deadline = startDeadline(settings.timeoutMs, call.signal);
      try {
        const send = (known: Values) =>
          withRetries(
            () => sendOnce(operation, build(known), deadline, call.observe),
            deadline,
            worthRepeating,
          );
        const judged = worthRepeating && operation;
        const sent = withToken ? withToken(send, deadline, judged) : send(given);
        return secrets.masked(await sent);
      } finally {
        deadline.clear();
      }
    },
  };
}
