/** What is needed of `pg`: said here, so that no type of it is in the public types and other drivers can step in. */
export interface PostgresResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The command that was carried out: a `COMMIT` of a failed transaction says `ROLLBACK`. */
  readonly command: string;
}

export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<PostgresResult | readonly PostgresResult[]>;
  /** True throws the connection away. */
  release(destroy?: boolean): void;
  on?(event: "error", listener: (error: Error) => void): unknown;
  removeListener?(event: "error", listener: (error: Error) => void): unknown;
}

/** A `Pool` of `pg` is one. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>;
  /** Where it is there, the process survives connections that break while they are not in use. */
  on?(event: "connect" | "acquire", listener: (client: PostgresClient) => void): unknown;
  on?(event: "error", listener: (error: Error) => void): unknown;
  /** It gives no more connections. */
  readonly ending?: boolean;
  readonly options?: {
    /** How many connections it opens at most. */
    readonly max?: number | undefined;
    // For messages only.
    readonly host?: string | undefined;
    readonly port?: number | undefined;
    readonly database?: string | undefined;
    readonly connectionString?: string | undefined;
    readonly password?: unknown;
  };
}

/** Where the pool leads, in words for a message: never a user or a password. */
export function placeOf({ options = {} }: PostgresPool, schema: string): string {
  const { host, port, database } = {
    ...partsOf(options.connectionString),
    ...withoutEmpty(options),
  };
  const at = host === undefined ? "" : ` at ${host}${port === undefined ? "" : `:${port}`}`;
  const db = database === undefined ? "" : ` database ${database},`;
  return `Postgres${at},${db} schema ${schema}`;
}

/** What must not be printed, although a driver might. */
export function secretsOf({ options = {} }: PostgresPool): string[] {
  const { connectionString, password } = options;
  const inUrl = urlOf(connectionString)?.password;
  return [connectionString, password, inUrl, inUrl && decode(inUrl)].filter(
    (secret): secret is string => typeof secret === "string" && secret !== "",
  );
}

function partsOf(connectionString: string | undefined) {
  const url = urlOf(connectionString);
  if (!url) return {};
  return withoutEmpty({
    host: url.hostname,
    port: url.port,
    database: decode(url.pathname.slice(1)),
  });
}

function urlOf(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const withoutEmpty = (parts: {
  readonly host?: string | undefined;
  readonly port?: string | number | undefined;
  readonly database?: string | undefined;
}) => ({
  ...(parts.host && { host: parts.host }),
  ...(parts.port && { port: parts.port }),
  ...(parts.database && { database: parts.database }),
});
