/** Runs the parts of the benchmark. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@refunds/testing/postgres";
import budgets from "../budgets.json" with { type: "json" };
import { type GeneratorOptions, timeGenerators } from "./generator.ts";
import { type Measured, measuredNow } from "./measured.ts";
import { type PackageOptions, type PackageSeries, weigh } from "./packages.ts";
import { startServers } from "./server.ts";
import { sampleOf } from "./subjects/sample.ts";
import type { SubjectOptions } from "./subjects/subject.ts";
import { byTurns, type Effort, type Series } from "./turns.ts";

export const partNames = Object.keys(budgets) as readonly PartName[];
export type PartName = keyof typeof budgets;

/** A ratio of two subjects, a limit of bytes, or one of microseconds of the CPU. */
export interface Goal {
  readonly subject: string;
  readonly of?: string;
  readonly most: number;
}

export interface Part extends Measured {
  readonly name: PartName;
  readonly about: string;
  readonly goals: readonly Goal[];
  readonly series: readonly (Series | PackageSeries)[];
}

export async function runPart(
  name: PartName,
  effort: Effort,
  progress: (text: string) => void,
): Promise<Part> {
  const { about, goals, subjects } = budgets[name];
  const folder = mkdtempSync(join(tmpdir(), "refunds-bench-"));
  try {
    const series = await seriesOf(name, subjects, effort, folder, progress);
    return { name, ...measuredNow(name), about, goals, series };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seriesOf(
  name: PartName,
  subjects: readonly object[],
  effort: Effort,
  folder: string,
  progress: (text: string) => void,
): Promise<readonly (Series | PackageSeries)[]> {
  if (name === "packages")
    return weigh(subjects as PackageOptions[], effort.turns, folder, progress);
  if (name === "generator")
    return timeGenerators(subjects as GeneratorOptions[], effort.turns, progress);
  return measure(subjects as SubjectOptions[], folder, effort, progress);
}

async function measure(
  subjects: readonly SubjectOptions[],
  folder: string,
  effort: Effort,
  progress: (text: string) => void,
): Promise<Series[]> {
  const served = new Set(subjects.flatMap(({ server, provider }) => (server ? [provider] : [])));
  const servers =
    served.size > 0 ? await startServers([...served].map(sampleOf), folder) : undefined;
  const needsPostgres = subjects.some(({ journal }) => journal === "postgres");
  const postgres = needsPostgres ? await startPostgres() : undefined;
  try {
    // Children inherit it.
    if (servers) process.env.NODE_EXTRA_CA_CERTS = servers.certificate;
    const places = (subject: SubjectOptions) => ({
      folder,
      ...(subject.server && servers && { baseUrl: servers[subject.server] }),
      ...(postgres && { postgres: postgres.url }),
    });
    return await byTurns(subjects, places, effort, progress);
  } finally {
    delete process.env.NODE_EXTRA_CA_CERTS;
    servers?.close();
    await postgres?.stop();
  }
}
