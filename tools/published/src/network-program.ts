/** The program that meets failures of a real network, whatever runs it: core with a provider made up for this. */
import { join } from "node:path";
import { build } from "esbuild";
import type { Project } from "./project.ts";

/** What a refund came to, by the name of what it met. */
export interface NetworkOutput {
  readonly runtime: string;
  readonly statuses: Readonly<Record<string, string>>;
}

/** Where each failure is met. `warm` answers, and may leave a connection for what follows to reuse. */
export type Addresses = Readonly<Record<string, string>> & { readonly warm: string };

/** A module of the project whose only export `run` refunds once at each address. */
export async function writeNetworkProgram(project: Project, addresses: Addresses): Promise<void> {
  const { warm, ...failing } = addresses;
  const contents = `
import { defineProvider, minorUnits, exponentOf } from "@refunds/core/provider";

const table = {
  provider: "probe",
  servers: { test: "https://probe.invalid" },
  credentials: [{ token: { secret: true, schema: {} } }],
  errors: { list: [] },
  refund: {
    method: "POST",
    path: "/refund",
    media: "json",
    send: [
      { from: "amount", to: "body#/amount", schema: {}, money: { unit: "minor", as: "string" } },
    ],
    outcomes: [
      { when: { http: "401" }, means: "declined", reason: "unauthorized" },
      { when: { "/state": "done" }, means: "succeeded" },
    ],
    echo: [],
    answer: [{ "/state": "string" }],
  },
};
const features = { money: { minor: minorUnits }, currencies: exponentOf };
const bodiless = { ...table, refund: { ...table.refund, media: undefined, send: [] } };

export async function run() {
  const statuses = {};
  for (const [name, baseUrl] of Object.entries(${JSON.stringify(failing)})) {
    await (await fetch(${JSON.stringify(warm)}, { method: "POST", body: "x" })).text();
    const isEmpty = name.endsWith("Empty");
    const client = defineProvider(isEmpty ? bodiless : table, features)({ baseUrl, token: "a-token", timeoutMs: 4000 });
    const refund = () => client.refund(isEmpty ? {} : { amount: { value: 100, currency: "EUR" } });
    // Enough of them that a process which some of them end does end.
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
