import { readBaseUrl } from "./base-url.ts";
import { RefundError } from "./errors.ts";
import type { Fetch } from "./fetch.ts";
import type { Outcome, QueryOutcome } from "./outcome.ts";
import { type ReadFields, readFields } from "./request/read-fields.ts";
import { problemAt } from "./request/request.ts";
import { check, type Problem } from "./request/value-check.ts";
import { runtimeProblem } from "./supported-runtime.ts";
import type { Environment, ProviderTable } from "./table.ts";

/** What happened to one call, without anything personal or secret. */
export interface LogEvent {
  /** The provider's one-word name. */
  readonly provider: string;
  /** Which call it was. */
  readonly operation: "refund" | "query";
  /** The status of its outcome. */
  readonly status: Outcome["status"] | QueryOutcome["status"];
  /** Absent where no answer came. */
  readonly httpStatus?: number;
  /** Milliseconds from the call to its outcome. */
  readonly ms: number;
}

/** Called once a call, after its outcome is known. What it throws, or rejects with, is ignored. */
export type Logger = (event: LogEvent) => void;

/** Options that every provider takes, beside where to send and its credentials. */
interface CommonOptions {
  /**
   * Used in place of the global `fetch`, and called as `fetch(url, init)`. It must send each request once: no retries, no
   * redirects followed. One that sends twice can refund twice, and a failure of its second try looks as if the first had
   * never left. The same holds for a dispatcher under it, such as undici's `RetryAgent` or its `retry` interceptor, and
   * for one that `setGlobalDispatcher` puts under the global `fetch`. On Node the body is a `ReadableStream`.
   */
  readonly fetch?: Fetch;
  /** Milliseconds for a whole call, the reading of the answer included. Default 30,000. */
  readonly timeoutMs?: number;
  /** Called once for each call, with what happened to it. Nothing personal and no secret. */
  readonly logger?: Logger;
}

/** Options that send to an address of your own: a sandbox, a proxy. */
export interface BaseUrlOptions extends CommonOptions {
  /** Sends to this URL in place of an `environment`. `https:`, or `http:` to a loopback address or a host in `plainHttpHosts`. */
  readonly baseUrl: string;
  /**
   * Names of test hosts, in lower case, that `baseUrl` may name with `http:`, such as `["sandbox"]` for a service of Docker
   * Compose. Credentials travel to them unencrypted. The provider's own hosts are refused here.
   */
  readonly plainHttpHosts?: readonly string[];
  /** Left out: `baseUrl` says where to send. */
  readonly environment?: never;
}

/** Options that send to one of the provider's own environments. */
export interface EnvironmentOptions extends CommonOptions {
  /**
   * Where to send: `"test"` is the provider's test system, `"live"` moves real money. There is no default. For a
   * sandbox or a proxy, give `baseUrl` instead.
   */
  // The values are spelled out, so that the compiler's message lists them.
  readonly environment: "live" | "test";
  /** Left out: `environment` says where to send. */
  readonly baseUrl?: never;
  /** Left out: the provider's own hosts are never called without TLS. */
  readonly plainHttpHosts?: never;
}

/**
 * Options that every provider takes beside its credentials: exactly one of `environment` and `baseUrl`, and what is
 * optional.
 */
// Declared and listed in this order: of two that fit equally badly, the compiler explains the last, which must be `environment`.
export type ClientOptions = BaseUrlOptions | EnvironmentOptions;

/** One step of a call. */
export type CallEvent =
  | {
      /** `sent`: the request is about to leave. A call that tries again sends more than once. */
      readonly event: "sent";
    }
  | {
      /** `answered`: the whole answer was read. */
      readonly event: "answered";
      /** The HTTP status of the answer. */
      readonly httpStatus: number;
    };

/** Options of one call. */
export interface CallOptions {
  /** Aborting before the request has left makes the outcome `not_sent`; later, `unknown`. */
  readonly signal?: AbortSignal;
  /** Called at each step of the call. What it throws, or rejects with, is ignored. */
  readonly observe?: (event: CallEvent) => void;
}

/** The longest that timers can count. */
const longestMs = 2 ** 31 - 1;

const isFunction = (value: unknown): boolean => typeof value === "function";

/** What an option must be, where it is given. */
const kinds: Readonly<
  Record<string, readonly [holds: (value: never) => boolean, message: string]>
> = {
  timeoutMs: [
    (ms: number) => Number.isInteger(ms) && ms >= 1 && ms <= longestMs,
    `must be an integer from 1 to ${longestMs} (milliseconds)`,
  ],
  fetch: [isFunction, "must be a function"],
  logger: [isFunction, "must be a function"],
  observe: [isFunction, "must be a function"],
  signal: [
    (signal: AbortSignal) => isFunction(signal?.removeEventListener),
    "must be an AbortSignal",
  ],
};

/** Options, read once and held to their kinds. */
function readKnown(options: unknown, names: readonly string[], prefix: string): ReadFields {
  const read = readFields(options, names, prefix, "options");
  for (const [name, [holds, message]] of Object.entries(kinds)) {
    const value = read.values[name];
    if (value === undefined || holds(value as never)) continue;
    read.problems.push({ field: prefix ? `${prefix}.${name}` : name, message });
  }
  return read;
}

/** The options of one call, read once, and everything that is wrong with them. */
export function readCallOptions(options: unknown = {}): {
  readonly call: CallOptions;
  readonly problems: readonly Problem[];
} {
  const { values, problems } = readKnown(options, ["signal", "observe"], "options");
  return { call: values, problems };
}

/** Options after checking: what the rest of core works with. */
export interface Settings {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly logger: Logger | undefined;
  readonly credentials: Readonly<Record<string, string | number>>;
}

/** Throws a `RefundError` that names every wrong option; values of credentials are never repeated. */
export function readOptions(table: ProviderTable, options: unknown): Settings {
  const unsupported = runtimeProblem();
  if (unsupported) throw new RefundError("unsupported_runtime", table.provider, [unsupported]);
  const general = ["environment", "baseUrl", "plainHttpHosts", "timeoutMs", "fetch", "logger"];
  const names = [...general, ...table.credentials.flatMap(Object.keys)];
  const { values, problems } = readKnown(options, names, "");
  const {
    environment,
    baseUrl,
    plainHttpHosts,
    timeoutMs = 30_000,
    // Looked up at each call, so that a fetch replaced later (by a mock, by instrumentation) is the one used.
    fetch = (...request: Parameters<Fetch>) => globalThis.fetch(...request),
    logger,
    ...rest
  } = values;
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const credentials = readCredentials(table, rest, wrong);
  const environments = Object.keys(table.servers);
  const server = environments.includes(environment as string)
    ? table.servers[environment as Environment]
    : undefined;
  if (environment === undefined ? baseUrl === undefined : !server || baseUrl !== undefined) {
    wrong("environment", `must be ${environments.join(" or ")}; or leave it out and set baseUrl`);
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
    fetch: fetch as Fetch,
    timeoutMs: timeoutMs as number,
    logger: logger as Logger | undefined,
    credentials,
  };
}

function readCredentials(
  { credentials: alternatives, refund, query, token }: ProviderTable,
  given: Record<string, unknown>,
  wrong: (field: string, message: string) => void,
): Record<string, string | number> {
  const all = alternatives.map((set) => Object.keys(set));
  const choices = all.map((names) => names.join(" and ")).join(", or ");
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
    const message =
      value === undefined
        ? "is missing"
        : (check(schema, value) ??
          places
            .map(({ from, to }) => from === `credentials.${name}` && problemAt(to, value))
            .find(Boolean));
    if (message) wrong(name, message);
  }
  return Object.fromEntries(
    Object.keys(chosen).map((name) => [name, given[name] as string | number]),
  );
}
