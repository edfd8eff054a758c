import { RefundError } from "./errors.ts";
import type { Outcome, QueryOutcome } from "./outcome.ts";
import { problemAt } from "./request.ts";
import { check, type Problem } from "./schema-check.ts";
import type { CredentialSet, Environment, ProviderTable } from "./table.ts";

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
  | { readonly environment: Environment; readonly baseUrl?: never }
  | {
      /** `https:`, or `http:` to a loopback address. */
      readonly baseUrl: string;
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
export function callProblems(call: unknown): Problem[] {
  if (call === undefined) return [];
  if (typeof call !== "object" || call === null) {
    return [{ field: "options", message: "must be an object with signal" }];
  }
  const unknown = Object.keys(call).filter((name) => name !== "signal");
  const { signal } = call as CallOptions;
  return [
    ...unknown.map((field) => ({ field, message: "is not an option of a call; there is signal" })),
    ...(signal === undefined || typeof signal?.addEventListener === "function"
      ? []
      : [{ field: "signal", message: "must be an AbortSignal" }]),
  ];
}

/** Options after checking: what the rest of core works with. */
export interface Settings {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly logger: Logger | undefined;
  readonly credentials: Readonly<Record<string, string | number>>;
}

const common = ["environment", "baseUrl", "fetch", "timeoutMs", "logger"];

/** Throws a `RefundError` that names every wrong option; values of credentials are never repeated. */
export function readOptions(table: ProviderTable, options: unknown): Settings {
  const given = (typeof options === "object" && options !== null ? options : {}) as Record<
    string,
    unknown
  >;
  const problems: Problem[] = [];
  const { timeoutMs = 30_000, fetch, logger } = given;
  const known = new Set([...common, ...table.credentials.flatMap((set) => Object.keys(set))]);
  for (const name of Object.keys(given)) {
    if (!known.has(name))
      problems.push({
        field: name,
        message: `is not an option; there are ${[...known].join(", ")}`,
      });
  }
  if (
    !Number.isInteger(timeoutMs) ||
    (timeoutMs as number) < 1 ||
    (timeoutMs as number) > 2 ** 31 - 1
  ) {
    problems.push({
      field: "timeoutMs",
      message: "must be a whole number of milliseconds, from 1 to 2147483647",
    });
  }
  for (const [field, value] of Object.entries({ fetch, logger })) {
    if (value !== undefined && typeof value !== "function")
      problems.push({ field, message: "must be a function" });
  }
  const destination = readDestination(table, given);
  if (typeof destination !== "string") problems.push(destination);
  const credentials = readCredentials(table, given, problems);
  if (problems.length > 0) throw new RefundError("invalid_options", table.provider, problems);
  return {
    baseUrl: destination as string,
    // Looked up at each call, so that a fetch replaced later (by a mock, by instrumentation) is the one used.
    fetch:
      (fetch as typeof globalThis.fetch | undefined) ??
      ((...request) => globalThis.fetch(...request)),
    timeoutMs: timeoutMs as number,
    logger: logger as Logger | undefined,
    credentials,
  };
}

function readDestination(table: ProviderTable, given: Record<string, unknown>): string | Problem {
  const { environment, baseUrl } = given;
  const known = Object.keys(table.servers);
  if ((environment === undefined) === (baseUrl === undefined)) {
    return {
      field: "environment",
      message: `must be given (${known.join(" or ")}), or else baseUrl; exactly one of the two`,
    };
  }
  if (environment !== undefined) {
    const server =
      known.includes(environment as string) && table.servers[environment as Environment];
    return server || { field: "environment", message: `must be ${known.join(" or ")}` };
  }
  const field = "baseUrl";
  if (!URL.canParse(String(baseUrl))) return { field, message: "must be an absolute URL" };
  const url = new URL(String(baseUrl));
  if (url.username || url.password || url.search || url.hash) {
    return { field, message: "must not have credentials, a query or a fragment" };
  }
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) {
    return url.href.replace(/\/+$/, "");
  }
  return { field, message: "must be https; plain http is accepted for loopback addresses only" };
}

const isLoopback = (host: string) =>
  host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

function readCredentials(
  { credentials: alternatives, refund, query, token }: ProviderTable,
  given: Record<string, unknown>,
  problems: Problem[],
): Record<string, string | number> {
  const names = (set: CredentialSet) => Object.keys(set);
  const touched = alternatives.filter((set) =>
    names(set).some((name) => given[name] !== undefined),
  );
  const [chosen] = touched;
  if (!chosen || touched.length > 1) {
    const choices = alternatives.map((set) => names(set).join(" and ")).join(", or ");
    const message = chosen
      ? `of more than one kind are given; give ${choices}`
      : `are missing; give ${choices}`;
    problems.push({ field: "credentials", message });
    return {};
  }
  for (const [name, { schema }] of Object.entries(chosen)) {
    const value = given[name];
    const places = [refund, query, token]
      .flatMap((operation) => operation?.send ?? [])
      .filter(({ from }) => from === `credentials.${name}`);
    const problem =
      value === undefined
        ? { field: name, message: "is missing" }
        : (check(schema, value, name) ??
          places.map(({ to }) => problemAt(to, value, name)).find(Boolean));
    if (problem) problems.push(problem);
  }
  return Object.fromEntries(names(chosen).map((name) => [name, given[name] as string | number]));
}
