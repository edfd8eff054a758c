/** The program that meets failures of a real network, whatever runs it: core with a provider made up for this. */
import { join } from "node:path";
import { build } from "esbuild";
import type { Project } from "./project.ts";

/** What a refund came to, by the name of what it met. */
export interface NetworkTold {
  readonly runtime: string;
  readonly told: Readonly<Record<string, string>>;
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
    outcomes: [{ when: { "/state": "done" }, means: "succeeded" }],
    echo: [],
    answer: [{ "/state": "string" }],
  },
};
const features = { money: { minor: minorUnits }, currencies: exponentOf };
const probe = defineProvider(table, features);

export async function run() {
  const told = {};
  for (const [name, baseUrl] of Object.entries(${JSON.stringify(failing)})) {
    await (await fetch(${JSON.stringify(warm)})).text();
    const client = probe({ baseUrl, token: "a-token", timeoutMs: 4000 });
    const outcome = await client.refund({ amount: { value: 100, currency: "EUR" } });
    told[name] = outcome.status;
  }
  return { runtime: navigator.userAgent, told };
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
