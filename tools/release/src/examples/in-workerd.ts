/** Runs the Worker of an example in workerd, with a real Postgres and the sandbox as its network, and refunds twice. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@refunds/sandbox";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

/** What `wrangler` reads. */
interface WranglerConfig {
  readonly main: string;
  readonly compatibility_date: string;
  readonly compatibility_flags: readonly string[];
  readonly hyperdrive: readonly { readonly binding: string }[];
}

const configOf = (folder: string) => join(folder, "wrangler.jsonc");

export const isWorker = (folder: string): boolean => existsSync(configOf(folder));

/** @throws {Error} if the same refund, asked for twice, does not succeed or is made twice */
export async function refundInWorkerd(folder: string, databaseUrl: string): Promise<void> {
  const config = JSON.parse(readFileSync(configOf(folder), "utf8")) as WranglerConfig;
  const sandbox = await createSandbox();
  const worker = new Miniflare({
    modules: true,
    script: await bundle(join(folder, config.main)),
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: [...config.compatibility_flags],
    bindings: secretsOf(sandbox),
    hyperdrives: Object.fromEntries(config.hyperdrive.map(({ binding }) => [binding, databaseUrl])),
    outboundService: (async (request: Request) => {
      const { status, headers, body } = await sandbox.fetch(request.url, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        ...(request.method !== "GET" && { body: await request.text() }),
      });
      return new Response(body, { status, headers });
    }) as never,
  });
  try {
    for (const _ of ["first", "again"]) {
      const body = JSON.stringify({ amount: { value: 1050, currency: "USD" } });
      const url = "http://localhost/orders/order-in-workerd/refunds/1";
      const answer = await worker.dispatchFetch(url, { method: "POST", body });
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    }
    if (sandbox.refunds.length !== 1) throw new Error(`${sandbox.refunds.length} refunds`);
  } finally {
    await worker.dispose();
  }
}

/** Every provider's, by the names that environment variables have. */
function secretsOf({ providers }: Sandbox): Record<string, string> {
  const named = providers.flatMap(({ provider, credentials }) =>
    Object.entries(credentials[0] ?? {}).map(([name, value]) => [
      `${provider}_${name.replaceAll(/[A-Z]/g, "_$&")}`.toUpperCase(),
      String(value),
    ]),
  );
  return Object.fromEntries(named);
}

/** As `wrangler` does, for a Worker with the flag `nodejs_compat`. */
async function bundle(main: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [main],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    external: ["cloudflare:sockets", "pg-native"],
    conditions: ["workerd", "worker", "browser"],
    target: "es2023",
    logLevel: "silent",
    // CommonJS packages ask for Node's modules in this way.
    banner: {
      js: `import { createRequire } from "node:module";\nconst require = createRequire("/");`,
    },
  });
  return outputFiles[0]?.text ?? "";
}
