/** What `pnpm-lock.yaml` holds for machines other than the one that wrote it. */
import { parse } from "yaml";

interface Locked {
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export interface Lockfile {
  /** `<name>@<version>` -> what it is. */
  readonly packages: Readonly<Record<string, Locked>>;
  /** The same with its peers behind it -> what it brings. */
  readonly snapshots: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

export const readLockfile = (text: string): Lockfile => parse(text);

/** Every machine that the project is worked on. npm's words; `libc` only where there is a choice. */
const platforms = [
  "darwin x64",
  "darwin arm64",
  "linux x64 glibc",
  "linux x64 musl",
  "linux arm64 glibc",
  "linux arm64 musl",
  "win32 x64",
];

/** Says how to mend what the functions below find. */
export const remedy =
  "A registry that did not answer for a package made pnpm leave it out without a word. " +
  "Run: npx -y pnpm@10.34.9 install --fix-lockfile --lockfile-only";

const withoutPeers = (key: string) => key.replace(/\(.*/, "");

/** Name and version -> the names of all optional dependencies that are locked for it. */
function lockedOptional({ packages, snapshots }: Lockfile): Map<string, Map<string, Locked>> {
  const found = new Map<string, Map<string, Locked>>();
  for (const [key, { optionalDependencies = {} }] of Object.entries(snapshots)) {
    const name = withoutPeers(key);
    const optional = found.get(name) ?? new Map<string, Locked>();
    found.set(name, optional);
    for (const [dependency, version] of Object.entries(optionalDependencies)) {
      const locked = packages[withoutPeers(`${dependency}@${version}`)] ?? packages[version];
      if (locked) optional.set(dependency, locked);
    }
  }
  return found;
}

/**
 * Optional dependencies that an installed package names and the lockfile lacks, as `<package> lacks <names>`.
 * @param optionalOf - what the package's own manifest says; undefined where it is not installed here
 */
export function lackingOptional(
  lockfile: Lockfile,
  optionalOf: (nameAndVersion: string) => readonly string[] | undefined,
): string[] {
  return [...lockedOptional(lockfile)].flatMap(([name, locked]) => {
    const missing = (optionalOf(name) ?? []).filter((each) => !locked.has(each));
    return missing.length > 0 ? [`${name} lacks ${missing.join(", ")}`] : [];
  });
}

/** Package with a package for each platform -> the platforms for which it has none. */
export function uncoveredPlatforms(lockfile: Lockfile): Map<string, string[]> {
  const uncovered = new Map<string, string[]>();
  for (const [name, optional] of lockedOptional(lockfile)) {
    const bound = [...optional.values()].filter(({ os }) => os);
    // One alone is an extra of one system, such as fsevents; and what is bound itself has no need of others.
    if (bound.length < 2 || lockfile.packages[name]?.os) continue;
    const missing = platforms.filter((platform) => !bound.some((each) => runsOn(each, platform)));
    if (missing.length > 0) uncovered.set(name, missing);
  }
  return uncovered;
}

function runsOn({ os, cpu, libc }: Locked, platform: string): boolean {
  const [system = "", processor = "", c] = platform.split(" ");
  const fits = (allowed: readonly string[] | undefined, value: string) =>
    allowed === undefined || allowed.includes(value);
  return fits(os, system) && fits(cpu, processor) && (c === undefined || fits(libc, c));
}
