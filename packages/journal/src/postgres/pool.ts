/** The part of `pg` that the journal uses. Declared here, so that the public types do not need `pg` and other drivers fit. */
export interface PostgresResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The executed command. A `COMMIT` of a failed transaction reports `ROLLBACK`. */
  readonly command: string;
}

/** A warning of the server. */
export interface PostgresNotice {
  readonly message?: string | undefined;
  /** The name of the function of the server that warns. */
  readonly routine?: string | undefined;
}

export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<PostgresResult | readonly PostgresResult[]>;
  /** True closes the connection instead of returning it to the pool. */
  release(destroy?: boolean): void;
  on?(event: "error", listener: (error: Error) => void): unknown;
  on?(event: "notice", listener: (notice: PostgresNotice) => void): unknown;
  removeListener?(event: "error", listener: (error: Error) => void): unknown;
  removeListener?(event: "notice", listener: (notice: PostgresNotice) => void): unknown;
}

/** For example a `Pool` of `pg`. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>;
  /** If present, the process survives idle connections that break. */
  on?(event: "connect" | "acquire", listener: (client: PostgresClient) => void): unknown;
  on?(event: "error", listener: (error: Error) => void): unknown;
  /** True once the pool was ended. */
  readonly ending?: boolean;
  readonly options?: {
    /** The maximum number of connections. */
    readonly max?: number | undefined;
    // For messages only.
    readonly host?: string | undefined;
    readonly port?: number | undefined;
    readonly database?: string | undefined;
    readonly connectionString?: string | undefined;
    readonly password?: unknown;
  };
}

/** Describes the server of the pool, for messages. Never contains a user or a password. */
export function placeOf({ options = {} }: PostgresPool, schema: string): string {
  const { host, port, database } = {
    ...partsOf(options.connectionString),
    ...withoutEmpty(options),
  };
  const at = host === undefined ? "" : ` at ${host}${port === undefined ? "" : `:${port}`}`;
  const db = database === undefined ? "" : ` database ${database},`;
  return `Postgres${at},${db} schema ${schema}`;
}

/** Secrets to remove from messages, in case the driver includes them. */
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
