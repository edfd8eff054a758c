import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type Finding,
  installProject,
  problemLines,
  runChecks,
  type Step,
} from "@refunds/published";
import { listPackages } from "@refunds/published/packages";
import { type Copy, copyRepository } from "./copy.ts";
import { mustRun } from "./must-run.ts";
import { build, install, pack } from "./pack.ts";
import { type Release, versionPackages } from "./version.ts";

/** What a release made now would come to. */
export interface Rehearsal {
  readonly releases: readonly Release[];
  /** The names of the packages that keep their version. They are installed beside the others. */
  readonly staying: readonly string[];
  readonly findings: readonly Finding[];
  /** What is wrong, each in a sentence. With none, the release would succeed. */
  readonly problems: readonly string[];
  /** Folders to look into: the copy, and the project with the tarballs installed. None where nothing is wrong. */
  readonly left: readonly string[];
}

export interface RehearsalOptions {
  readonly root: string;
  /** What the installed tarballs are held to. */
  readonly checks: Parameters<typeof runChecks>[0];
  readonly step: Step;
  /** Told as soon as it is there. */
  readonly onCopied: (copy: Copy) => void;
  readonly onVersioned: (releases: readonly Release[]) => void;
}

/**
 * Makes the release in a copy, up to the point where it would be published. The working tree is only read.
 * What it made is removed where everything went well, and left to be looked at where not.
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
  await step("comparing what is generated", () => checkGenerated(folder));
  await step("building", () => build(folder));
  const packed = await step("packing, with publint and attw", () => pack(folder));
  const names = new Set(releases.map(({ name }) => name));
  const staying = listPackages(folder).flatMap(({ name }) => (names.has(name) ? [] : [name]));
  const unpacked = problemLines(packed);
  if (unpacked.length > 0) {
    return { releases, staying, findings: packed, problems: unpacked, left: [folder] };
  }

  const project = await step("npm install of the tarballs", () => installProject(folder));
  const { findings, broken } = await runChecks(checks, project, step);
  const problems = [...problemLines(findings), ...broken];
  const made = [folder, project.folder];
  const left = problems.length > 0 ? made : [];
  if (left.length === 0) await Promise.all(made.map((each) => rm(each, { recursive: true })));
  return { releases, staying, findings: [...packed, ...findings], problems, left };
}

/** A new version must not make what is generated stale: the release would fail after its pull request was merged. */
async function checkGenerated(folder: string): Promise<void> {
  const { scripts } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (!scripts?.["generate:check"]) return;
  await mustRun([process.execPath, "--run", "generate:check"], folder);
}
