import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { run } from "./command.ts";
import { type PackedPackage, readPackages } from "./packages.ts";

/** A package as a stranger has it after `npm install`. */
export interface InstalledPackage extends PackedPackage {
  readonly folder: string;
  /** The packed package.json. */
  readonly manifest: Manifest;
  /** Every file of the tarball, relative to `folder`, with forward slashes. */
  readonly files: readonly string[];
  /** What can be imported: the name and each subpath of its exports, but for those that an optional peer is needed for. */
  readonly entryPoints: readonly string[];
}

interface Manifest {
  readonly version: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A project outside the repo that has the tarballs installed and nothing else. */
export interface Project {
  readonly folder: string;
  readonly packages: readonly InstalledPackage[];
  /** Writes a file of the project's own; gives its path. */
  write(name: string, text: string): string;
}

/** Installs every tarball of the repository at `root`, or those of the folders that `words` names, into an empty folder, with npm: it is what strangers have, and it is not pnpm. */
export async function installProject(root: string, words?: readonly string[]): Promise<Project> {
  const packages = readPackages(root, words);
  const { folder, write } = await installInto(
    Object.fromEntries(packages.map(({ name, tarball }) => [name, `file:${tarball}`])),
  );
  return { folder, packages: packages.map((each) => readInstalled(each, folder)), write };
}

/**
 * Installs with npm, into an empty folder or one that an earlier install has made.
 * @param dependencies - all that the project has, by name: a version, or `file:` and a tarball
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
    // npm puts a dependency here where two packages need different versions of it.
    .filter((file) => !file.startsWith("node_modules/"));
  const entryPoints = Object.keys(manifest.exports)
    .filter((subpath) => subpath !== "./package.json")
    // Named after the peer, which nobody has who has not asked for it.
    .filter((subpath) => !manifest.peerDependenciesMeta?.[subpath.slice(2)]?.optional)
    .map((subpath) => name + subpath.slice(1));
  return { ...publishable, folder, manifest, files, entryPoints };
}
