/** Attacks connections that are kept for the next refund, on each runtime, and compares them with those that are closed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClosingFault, closingFaults } from "./closing-faults.ts";
import type { Finding } from "./finding.ts";
import {
  type Candidate,
  type Counted,
  candidates,
  type KeptOutput,
  lanes,
  writeKeptProgram,
} from "./kept-program.ts";
import { type ClosingServers, openClosingServers } from "./kept-server.ts";
import type { Project } from "./project.ts";
import type { Runtime } from "./runtimes.ts";

type Scheme = "http" | "https";

/** A line of the table: what one candidate met on one runtime, by fault. */
export interface KeptRow {
  readonly title: string;
  readonly counted: Readonly<Record<string, Counted>>;
}

/** @param all - also those that only a comparison needs, and servers that take 5 seconds */
export async function attackKept(
  project: Project,
  runtimes: readonly Runtime[],
  all: boolean,
): Promise<{ readonly findings: Finding[]; readonly rows: KeptRow[] }> {
  const certificate = join(project.folder, "certificate.pem");
  const faults = closingFaults.filter(({ idleMs = 0 }) => all || idleMs < 5_000);
  const servers = await openClosingServers(faults, certificate);
  // Children inherit both; Deno has a name of its own.
  process.env.NODE_EXTRA_CA_CERTS = certificate;
  process.env.DENO_CERT = certificate;
  const findings: Finding[] = [];
  const rows: KeptRow[] = [];
  try {
    for (const runtime of runtimes) {
      const schemes = schemesOf(runtime, all);
      for (const scheme of schemes) {
        const tried = all ? candidates : (["closed", "kept"] as const);
        const output = await attack(project, runtime, servers, scheme, faults, tried);
        findings.push({
          package: "@refunds/core",
          column: `${runtime.title}, ${scheme}`,
          cell: "kept",
          problems: judge(output, runtime, servers.repeated(), faults),
        });
        if (typeof output === "string") continue;
        for (const [name, counted] of Object.entries(output.counted))
          rows.push({ title: `${runtime.title}, ${scheme}, ${name}`, counted });
      }
    }
  } finally {
    servers.close();
  }
  return { findings, rows };
}

/** workerd takes no certificate from the environment, and Deno does not end after connections over TLS that were cut. */
const schemesOf = ({ title }: Runtime, all: boolean): readonly Scheme[] => {
  if (/^(workerd|Deno)/.test(title)) return ["http"];
  return all ? ["http", "https"] : ["https"];
};

async function attack(
  project: Project,
  runtime: Runtime,
  servers: ClosingServers,
  scheme: Scheme,
  faults: readonly ClosingFault[],
  tried: readonly Candidate[],
): Promise<KeptOutput | string> {
  const at = faults.map((fault) => ({ ...fault, baseUrl: servers[scheme][fault.name] ?? "" }));
  const certificate = readFileSync(servers.certificate, "utf8");
  const counted: Record<string, KeptOutput["counted"][string]> = {};
  let name = "";
  // A program for each: one for all of them would take longer than a command may.
  for (const candidate of tried) {
    await writeKeptProgram(project, { faults: at, candidate, pairs: 50, certificate });
    const output = await runtime.runModule(project, "kept.mjs", true).catch(String);
    if (typeof output === "string") return `${candidate}: ${output}`;
    const { runtime: agent, counted: own } = output as KeptOutput;
    name = agent;
    Object.assign(counted, own);
  }
  return { runtime: name, counted };
}

function judge(
  output: KeptOutput | string,
  { userAgent }: Runtime,
  repeated: readonly string[],
  faults: readonly ClosingFault[],
): string[] {
  if (typeof output === "string") return [`the program failed: ${output}`];
  const { runtime, counted } = output;
  if (!runtime.startsWith(userAgent)) return [`ran on ${runtime} instead of ${userAgent}`];
  const problems = repeated.map((request) => `arrived more than once: ${request}`);
  // It reuses connections whatever is asked, so there is nothing to compare with.
  if (userAgent === "Cloudflare-Workers") return problems;
  for (const candidate of ["closed", "kept"]) {
    for (const fault of faults) {
      const met = counted[candidate]?.[fault.name];
      if (!met) continue;
      const most = candidate === "kept" ? mostUncertain(fault) : 0;
      if (met.uncertain > most)
        problems.push(`${candidate}, ${fault.name}: ${met.uncertain} uncertain, at most ${most}`);
      // A server that answers twice can be noticed only by a client that closes.
      if (met.wrong > 0 && !(candidate === "kept" && fault.twice))
        problems.push(`${candidate}, ${fault.name}: ${met.wrong} with the outcome of another`);
    }
  }
  return problems;
}

/** The first that is uncertain ends the keeping. Until then as many can be as are sent at once. */
const mostUncertain = ({ idleMs = 0, atReuse }: ClosingFault): number =>
  atReuse || (idleMs > 0 && idleMs < 1_000) ? lanes : 0;

/** Of so many refunds, so many uncertain; after a `+`, those with the outcome of another. */
export function keptTable(rows: readonly KeptRow[]): string {
  const names = [...new Set(rows.flatMap(({ counted }) => Object.keys(counted)))];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = (met: Counted | undefined) =>
    met ? `${met.uncertain}${met.wrong > 0 ? `+${met.wrong}` : ""}/${met.refunds}` : "";
  return [
    line(["uncertain of all refunds", ...names]),
    line(["---", ...names.map(() => "---:")]),
    ...rows.map(({ title, counted }) => line([title, ...names.map((name) => cell(counted[name]))])),
  ].join("\n");
}
