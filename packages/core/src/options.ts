import { readBaseUrl } from "./base-url.ts";
import { RefundError } from "./errors.ts";
import type { Fetch } from "./fetch.ts";
import type { Outcome, QueryOutcome } from "./outcome.ts";
import { type ReadFields, readFields } from "./request/read-fields.ts";
import { problemAt } from "./request/request.ts";
import { check, type Problem } from "./request/value-check.ts";
import { runtimeProblem } from "./supported-runtime.ts";
import type { Environment, ProviderTable } from "./table.ts";

/** What happened to one call. Contains nothing personal and no secrets. */
export interface LogEvent {
  /** The provider's one-word name. */
  readonly provider: string;
  /** Which call it was. */
  readonly operation: "refund" | "query";
  /** The status of its outcome. */
  readonly status: Outcome["status"] | QueryOutcome["status"];
  /** Absent where no answer came. */
  readonly httpStatus?: number;
  /** Milliseconds between the call and its outcome. */
  readonly ms: number;
}

/** Called once for each call, when its outcome is known. What it throws or rejects with is ignored. */
export type Logger = (event: LogEvent) => void;

/** Options of every provider, without the destination and the credentials. */
interface CommonOptions {
  /**
   * Replaces the global `fetch`, and is called as `fetch(url, init)`. It must send each request once, without retries or
   * redirects: sending twice can refund twice. The same holds for dispatchers under it, such as undici's `RetryAgent` or
   * `retry` interceptor, and for `setGlobalDispatcher`. If it rejects after a refund has left, the outcome is `unknown`. On Node
   * the body is a `ReadableStream`. Pass it on unread, and not in a `Request`: what was read counts as sent. A GET has no body, so a
   * query is judged by the error alone: it may be asked up to three times, and be `not_sent` although it was answered.
   */
  readonly fetch?: Fetch;
  /** The time limit of a whole call in milliseconds, including reading the answer. Default 30,000. */
  readonly timeoutMs?: number;
  /** Called once for each call, with what happened to it. */
  readonly logger?: Logger;
}

/** Options for your own destination, such as a sandbox or a proxy. */
export interface BaseUrlOptions extends CommonOptions {
  /** The destination, instead of an `environment`: `https:`, or `http:` to a loopback address or a host in `plainHttpHosts`. */
  readonly baseUrl: string;
  /**
   * Test hosts, in lower case, to which `baseUrl` may use `http:`, such as `["sandbox"]` for a Docker Compose service.
   * Credentials are sent to them unencrypted. The provider's own hosts are refused.
   */
  readonly plainHttpHosts?: readonly string[];
  /** Not allowed together with `baseUrl`. */
  readonly environment?: never;
}

/** Options for one of the provider's own environments. */
export interface EnvironmentOptions extends CommonOptions {
  /**
   * The destination: `"test"` is the provider's test system, `"live"` moves real money. There is no default. For a
   * sandbox or a proxy, pass `baseUrl` instead.
   */
  // The values are spelled out, so that the compiler's message lists them.
  readonly environment: "live" | "test";
  /** Not allowed together with `environment`. */
  readonly baseUrl?: never;
  /** Only allowed with `baseUrl`: the provider's own hosts are always called with TLS. */
  readonly plainHttpHosts?: never;
}

/**
 * Options of every provider, without the credentials: exactly one of `environment` and `baseUrl`, and optional ones.
 */
// The order matters: the compiler explains the last type of a union, and its message should name `environment`.
export type ClientOptions = BaseUrlOptions | EnvironmentOptions;

/** One step of a call. */
export type CallEvent =
  | {
      /** `sent`: the request is about to leave. Occurs again for each retry. */
      readonly event: "sent";
      /** The HTTP method, such as `POST`. */
      readonly method: string;
      /** Where it goes. Parameters are not filled in, and there is no query: `https://api.example.com/payments/{id}/refunds`. */
      readonly url: string;
    }
  | {
      /** `answered`: the whole answer was read. */
      readonly event: "answered";
      /** The HTTP status of the answer. */
      readonly httpStatus: number;
    };

/** Options of one call. */
export interface CallOptions {
  /** Aborting before the request has left makes the outcome `not_sent`; afterwards, `unknown`. */
  readonly signal?: AbortSignal;
  /** Called at each step of the call. What it throws or rejects with is ignored. */
  readonly observe?: (event: CallEvent) => void;
}

/** The longest timer. */
const longestMs = 2 ** 31 - 1;

const isFunction = (value: unknown): boolean => typeof value === "function";

/** The type of each option. */
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

/** Reads options once and checks their types. */
function readKnown(options: unknown, names: readonly string[], prefix: string): ReadFields {
  const read = readFields(options, names, prefix, "options");
  for (const name of names) {
    const value = read.values[name];
    const [holds, message = ""] = kinds[name] ?? [];
    if (value === undefined || !holds || holds(value as never)) continue;
    read.wrong(name, message);
  }
  return read;
}

/** Reads the options of one call once, and lists every problem. */
export function readCallOptions(options: unknown = {}): {
  readonly call: CallOptions;
  readonly problems: readonly Problem[];
} {
  const { values, problems } = readKnown(options, ["signal", "observe"], "options");
  return { call: values, problems };
}

/** Checked options. */
export interface Settings {
  readonly baseUrl: string;
  /** Where it sends now, without what could be a secret: a name, or the origin of `baseUrl`. */
  readonly sentTo: () => string;
  /** Of the token call, where it is another one. */
  readonly tokenUrl?: string | undefined;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly logger: Logger | undefined;
  readonly credentials: Readonly<Record<string, string | number | readonly string[]>>;
}

interface Marked {
  readonly sentTo?: string;
}

/** The names of the options that every provider has. */
export const generalOptions = [
  "environment",
  "baseUrl",
  "plainHttpHosts",
  "timeoutMs",
  "fetch",
  "logger",
];

/** @throws {RefundError} that names every wrong option, without values of credentials */
export function readOptions(table: ProviderTable, options: unknown): Settings {
  const unsupported = runtimeProblem();
  if (unsupported) throw new RefundError("unsupported_runtime", table.provider, [unsupported]);
  const names = [...generalOptions, ...table.credentials.flatMap(Object.keys)];
  const { values, problems, wrong } = readKnown(options, names, "");
  const {
    environment,
    baseUrl,
    plainHttpHosts,
    timeoutMs = 30_000,
    fetch,
    logger,
    ...rest
  } = values;
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
    wrong("plainHttpHosts", "is only allowed with baseUrl");
  }
  if (problems.length > 0) throw new RefundError("invalid_options", table.provider, problems);
  return {
    baseUrl: address ?? "",
    // The sandbox's own `fetch` says that nothing leaves, whatever the address. It can also stand in for the global one.
    sentTo: () =>
      (((fetch ?? globalThis.fetch) as Marked).sentTo ??
        environment ??
        new URL(address as string).origin) as string,
    // Looked up at each call, so that a later replacement (a mock, instrumentation) is used.
    fetch: (fetch as Fetch) ?? ((...request) => globalThis.fetch(...request)),
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
      value === undefined || value === ""
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
