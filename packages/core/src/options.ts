import { readBaseUrl } from "./base-url.ts";
import { RefundError } from "./errors.ts";
import type { Outcome, QueryOutcome } from "./outcome.ts";
import { problemAt } from "./request/request.ts";
import { check, isObject, type Problem } from "./request/value-check.ts";
import type { Environment, ProviderTable } from "./table.ts";

/** What happened to one call, without anything personal or secret. */
export interface LogEvent {
  readonly provider: string;
  readonly operation: "refund" | "query";
  readonly status: Outcome["status"] | QueryOutcome["status"];
  /** Absent where no answer came. */
  readonly httpStatus?: number;
  /** Milliseconds from the call to its outcome. */
  readonly ms: number;
}

/** Called once a call, after its outcome is known. What it throws, or rejects with, is ignored. */
export type Logger = (event: LogEvent) => void;

/** Where to send: one of the provider's environments, or a base URL of your own (a sandbox, a proxy). There is no default: money does not guess. */
export type Destination =
  | {
      readonly environment: Environment;
      readonly baseUrl?: never;
      readonly plainHttpHosts?: never;
    }
  | {
      /** `https:`, or `http:` to a loopback address or a host in `plainHttpHosts`. */
      readonly baseUrl: string;
      /**
       * Names of test hosts that `baseUrl` may name with `http:`, such as `["sandbox"]` for a service of Docker Compose.
       * Credentials travel to them unencrypted. The provider's own hosts are refused here.
       */
      readonly plainHttpHosts?: readonly string[];
      readonly environment?: never;
    };

/** Options that every provider takes beside its credentials. */
export type ClientOptions = Destination & {
  /**
   * Used in place of the global `fetch`. It must send each request once: no retries, no redirects followed. One that
   * sends twice can refund twice, and a failure of its second try looks as if the first had never left.
   */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds for a whole call, the reading of the answer included. Default 30,000. */
  readonly timeoutMs?: number;
  readonly logger?: Logger;
};

/** Options of one call. */
export interface CallOptions {
  /** Aborting before the request has left makes the outcome `not_sent`; later, `unknown`. */
  readonly signal?: AbortSignal;
}

/** Everything wrong with the options of one call. */
export function callProblems(call: unknown = {}): Problem[] {
  const { signal } = Object(call) as CallOptions;
  const fits = signal === undefined || typeof signal?.removeEventListener === "function";
  if (isObject(call) && fits) return [];
  return [{ field: "options", message: "must be { signal }" }];
}

/** Options after checking: what the rest of core works with. */
export interface Settings {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly logger: Logger | undefined;
  readonly credentials: Readonly<Record<string, string | number>>;
}

/** Throws a `RefundError` that names every wrong option; values of credentials are never repeated. */
export function readOptions(table: ProviderTable, options: unknown): Settings {
  const given: Record<string, unknown> = isObject(options) ? options : {};
  const {
    environment,
    baseUrl,
    plainHttpHosts,
    timeoutMs = 30_000,
    fetch,
    logger,
    ...rest
  } = given;
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const credentials = readCredentials(table, rest, wrong);
  if (
    !Number.isInteger(timeoutMs) ||
    (timeoutMs as number) < 1 ||
    (timeoutMs as number) > longestMs
  ) {
    wrong("timeoutMs", "must be whole, below 25 days");
  }
  for (const [field, value] of Object.entries({ fetch, logger })) {
    if (value !== undefined && typeof value !== "function") wrong(field, "must be a function");
  }
  const environments = Object.keys(table.servers);
  const server = environments.includes(environment as string)
    ? table.servers[environment as Environment]
    : undefined;
  if (
    (baseUrl === undefined) !== (server !== undefined) ||
    (environment !== undefined && !server)
  ) {
    wrong("environment", `must be ${environments.join(" or ")}, or baseUrl`);
  }
  const servers = Object.values(table.servers);
  const address =
    baseUrl === undefined ? server : readBaseUrl({ baseUrl, plainHttpHosts, servers }, wrong);
  if (baseUrl === undefined && plainHttpHosts !== undefined) {
    wrong("plainHttpHosts", "goes with baseUrl only");
  }
  if (problems.length > 0) throw new RefundError("invalid_options", table.provider, problems);
  return {
    baseUrl: address ?? "",
    // Looked up at each call, so that a fetch replaced later (by a mock, by instrumentation) is the one used.
    fetch:
      (fetch as Settings["fetch"] | undefined) ?? ((...request) => globalThis.fetch(...request)),
    timeoutMs: timeoutMs as number,
    logger: logger as Logger | undefined,
    credentials,
  };
}

/** The longest that timers can count. */
const longestMs = 2 ** 31 - 1;

function readCredentials(
  { credentials: alternatives, refund, query, token }: ProviderTable,
  given: Record<string, unknown>,
  wrong: (field: string, message: string) => void,
): Record<string, string | number> {
  const all = alternatives.map((set) => Object.keys(set));
  const choices = all.map((names) => names.join(" and ")).join(", or ");
  for (const name of Object.keys(given)) {
    if (!all.flat().includes(name)) wrong(name, `is unknown; there are ${choices}`);
  }
  const touched = alternatives.filter((set) =>
    Object.keys(set).some((name) => given[name] !== undefined),
  );
  const [chosen] = touched;
  if (!chosen || touched.length > 1) {
    wrong("credentials", `must be ${choices}`);
    return {};
  }
  for (const [name, { schema }] of Object.entries(chosen)) {
    const value = given[name];
    const places = [refund, query, token].flatMap((operation) => operation?.send ?? []);
    const problem =
      value === undefined
        ? { message: "is missing" }
        : (check(schema, value, name) ??
          places
            .map(({ from, to }) => from === `credentials.${name}` && problemAt(to, value, name))
            .find(Boolean));
    if (problem) wrong(name, problem.message);
  }
  return Object.fromEntries(
    Object.keys(chosen).map((name) => [name, given[name] as string | number]),
  );
}
