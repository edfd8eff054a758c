/** A folder with a configuration for the sandbox, which runs over HTTP in this process. */
import { join } from "node:path";
import { sqliteJournal } from "@refunds/journal/sqlite";
import { createSandbox, type Sandbox, type SandboxOptions } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { onTestFinished } from "vitest";
import { type Ended, newFolder, run } from "./cli.ts";

export interface Shop {
  readonly folder: string;
  readonly sandbox: Sandbox;
  readonly url: string;
  /** Runs a command in the folder. */
  refunds(...args: readonly string[]): Promise<Ended>;
}

interface ShopOptions extends SandboxOptions {
  readonly providers: readonly string[];
  /** Of every account. Default: 5,000. */
  readonly timeoutMs?: number;
  /** The connection string of the Postgres with the journal. Default: an SQLite file. */
  readonly postgres?: string;
}

/** Each provider has an account of its name. */
export async function openShop({
  timeoutMs = 5000,
  postgres,
  ...options
}: ShopOptions): Promise<Shop> {
  const sandbox = await createSandbox(options);
  const server = await serve(sandbox);
  onTestFinished(() => server.close());
  const accounts = sandbox.providers.map(({ provider, credentials: [credentials] }) => [
    provider,
    { provider, baseUrl: `${server.url}/${provider}`, timeoutMs, ...credentials },
  ]);
  // Each shop has a schema of its own, so that tests can share a server.
  const schema = `shop_${crypto.randomUUID().slice(0, 8)}`;
  const config = {
    accounts: Object.fromEntries(accounts),
    ...(postgres !== undefined && { journal: { postgres, schema } }),
  };
  const folder = newFolder({
    "refunds.config.mjs": `export default ${JSON.stringify(config)};\n`,
  });
  if (postgres === undefined) await sqliteJournal({ file: join(folder, "refunds.sqlite") }).close();
  const refunds = (...args: readonly string[]) => run(folder, args);
  return { folder, sandbox, url: server.url, refunds };
}
