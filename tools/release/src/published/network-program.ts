/** A program that refunds with core and a fictional provider over a failing network. Every runtime runs it. */
import { join } from "node:path";
import { build } from "esbuild";
import { probeProvider } from "./probe-provider.ts";
import type { Project } from "./project.ts";

/** The statuses of the refunds, by the name of the failure. */
export interface NetworkOutput {
  readonly runtime: string;
  readonly statuses: Readonly<Record<string, string>>;
}

/** The URL of each failure. `warm` answers, and may leave an open connection for the next request. */
export type Addresses = Readonly<Record<string, string>> & { readonly warm: string };

/** Writes a module to the project. Its only export `run` makes a refund at each address. */
export async function writeNetworkProgram(project: Project, addresses: Addresses): Promise<void> {
  const { warm, ...failing } = addresses;
  const contents = `${probeProvider('when: { http: "401" }, reason: "unauthorized"')}
const bodiless = { ...table, refund: { ...table.refund, media: undefined, send: [] } };

// A fetch of the caller's, which may fail at something else once it has the answer.
const refused = ${JSON.stringify(failing.refused)};
const passing = (url, init) => fetch(url, init);
const failing = async (url, init) => {
  await (await fetch(url, init)).text();
  return fetch(refused, { method: "POST", body: "refunded" });
};
const own = { injected: { fetch: passing }, answeredFirst: { fetch: failing } };

export async function run() {
  const statuses = {};
  for (const [name, baseUrl] of Object.entries(${JSON.stringify(failing)})) {
    await (await fetch(${JSON.stringify(warm)}, { method: "POST", body: "x" })).text();
    const isEmpty = name.endsWith("Empty");
    const client = defineProvider(isEmpty ? bodiless : table, features)({ baseUrl, token: "a-token", timeoutMs: 4000, ...own[name] });
    const refund = () => client.refund(isEmpty ? {} : { amount: { value: 100, currency: "EUR" } });
// Several large answers, because only some of them crash a process that cannot handle them.
    const all = name.startsWith("large") ? Array.from({ length: 20 }, refund) : [refund()];
    const outcomes = await Promise.all(all);
    statuses[name] = [...new Set(outcomes.map(({ status }) => status))].join();
  }
  return { runtime: navigator.userAgent, statuses };
}
`;
  await build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    external: project.packages.map(({ name }) => name),
    format: "esm",
    target: "es2023",
    outfile: join(project.folder, "network.mjs"),
    logLevel: "silent",
  });
}
