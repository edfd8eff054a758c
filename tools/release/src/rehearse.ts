import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Copy, copyRepository } from "./copy.ts";
import { mustRun } from "./must-run.ts";
import { build, install, pack } from "./pack.ts";
import {
  type Finding,
  installProject,
  problemLines,
  runChecks,
  type Step,
} from "./published/index.ts";
import { listPackages } from "./published/packages.ts";
import { type Release, versionPackages } from "./version.ts";

/** The result of a rehearsal. */
export interface Rehearsal {
  readonly releases: readonly Release[];
  /** The names of the packages that keep their version. They are installed together with the others. */
  readonly staying: readonly string[];
  readonly findings: readonly Finding[];
  /** The problems. If there are none, the release would succeed. */
  readonly problems: readonly string[];
  /** Folders to inspect if there is a problem: the copy, and the project with the installed tarballs. */
  readonly left: readonly string[];
}

export interface RehearsalOptions {
  readonly root: string;
  /** The checks of the installed tarballs. */
  readonly checks: Parameters<typeof runChecks>[0];
  readonly step: Step;
  /** Called when the copy exists. */
  readonly onCopied: (copy: Copy) => void;
  readonly onVersioned: (releases: readonly Release[]) => void;
}

/**
 * Makes the release in a copy of the working tree, without publishing it. Does not change the working tree. Removes the
 * copy if it finds no problem.
 */
export async function rehearse({
  root,
  checks,
  step,
  onCopied,
  onVersioned,
}: RehearsalOptions): Promise<Rehearsal> {
  const copy = await step("copying the repository", () => copyRepository(root));
  onCopied(copy);
  const { folder } = copy;
  const releases = await step("changeset version", () => versionPackages(folder));
  onVersioned(releases);
  if (releases.length === 0) {
    await rm(folder, { recursive: true });
    return { releases, staying: [], findings: [], problems: [], left: [] };
  }
  await step("installing dependencies", () => install(folder));
  await step("comparing generated files", () => checkGenerated(folder));
  await step("building", () => build(folder));
  const packed = await step("packing, with publint and attw", () => pack(folder));
  const names = new Set(releases.map(({ name }) => name));
  const staying = listPackages(folder).flatMap(({ name }) => (names.has(name) ? [] : [name]));
  const packProblems = problemLines(packed);
  if (packProblems.length > 0) {
    return { releases, staying, findings: packed, problems: packProblems, left: [folder] };
  }

  const project = await step("npm install of the tarballs", () => installProject(folder));
  const { findings, broken } = await runChecks(checks, project, step);
  const problems = [...problemLines(findings), ...broken];
  const folders = [folder, project.folder];
  const left = problems.length > 0 ? folders : [];
  if (left.length === 0) await Promise.all(folders.map((each) => rm(each, { recursive: true })));
  return { releases, staying, findings: [...packed, ...findings], problems, left };
}

/** A new version must not make generated files outdated. Otherwise the release would fail after its pull request is merged. */
async function checkGenerated(folder: string): Promise<void> {
  const { scripts } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (!scripts?.["generate:check"]) return;
  await mustRun([process.execPath, "--run", "generate:check"], folder);
}
