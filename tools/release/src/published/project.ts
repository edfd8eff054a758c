import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { run } from "./command.ts";
import { type PackedPackage, readPackages } from "./packages.ts";

/** A package after `npm install`. */
export interface InstalledPackage extends PackedPackage {
  readonly folder: string;
  /** The packed package.json. */
  readonly manifest: Manifest;
  /** All files of the tarball, relative to `folder`, with forward slashes. */
  readonly files: readonly string[];
  /** What can be imported: the name and each subpath of its exports, except those that need an optional peer dependency. */
  readonly entryPoints: readonly string[];
}

interface Manifest {
  readonly version: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A project outside of the repository with only the tarballs installed. */
export interface Project {
  readonly folder: string;
  readonly packages: readonly InstalledPackage[];
  /** Writes a file to the project and returns its path. */
  write(name: string, text: string): string;
}

/** Installs the tarballs of the repository at `root`, or only those of the folders in `words`, with npm into an empty folder. */
export async function installProject(root: string, words?: readonly string[]): Promise<Project> {
  const packages = readPackages(root, words);
  const { folder, write } = await installInto(
    Object.fromEntries(packages.map(({ name, tarball }) => [name, `file:${tarball}`])),
  );
  return { folder, packages: packages.map((each) => readInstalled(each, folder)), write };
}

/**
 * Installs with npm into an empty folder, or into one from an earlier install.
 * @param dependencies - all dependencies by name: a version, or `file:` and a tarball
 */
export async function installInto(
  dependencies: Readonly<Record<string, string>>,
  folder: string = realpathSync(mkdtempSync(join(tmpdir(), "refunds-published-"))),
): Promise<Pick<Project, "folder" | "write">> {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  write("package.json", JSON.stringify({ private: true, type: "module", dependencies }));
  const quick = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { ok, output } = await run(["npm", "install", ...quick, "--loglevel=error"], folder);
  if (!ok) throw new Error(`npm install failed in ${folder}:\n${output}`);
  return { folder, write };
}

function readInstalled(publishable: PackedPackage, project: string): InstalledPackage {
  const { name } = publishable;
  const folder = join(project, "node_modules", name);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    // npm puts a dependency here if two packages need different versions of it.
    .filter((file) => !file.startsWith("node_modules/"));
  const entryPoints = Object.keys(manifest.exports)
    .filter((subpath) => subpath !== "./package.json")
    // A subpath with the name of an optional peer needs that peer, which is not installed.
    .filter((subpath) => !manifest.peerDependenciesMeta?.[subpath.slice(2)]?.optional)
    .map((subpath) => name + subpath.slice(1));
  return { ...publishable, folder, manifest, files, entryPoints };
}
