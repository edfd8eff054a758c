import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type Lockfile,
  lackingOptional,
  readLockfile,
  remedy,
  uncoveredPlatforms,
} from "./lockfile.ts";
import { read, root } from "./repository.ts";

/** Platforms for which a package has no build, each with the reason. Their tests cannot run there. */
const unsupported: Readonly<Record<string, { lacks: readonly string[]; because: string }>> = {
  deno: {
    lacks: ["linux x64 musl", "linux arm64 musl"],
    because: "Deno publishes no build against musl.",
  },
};

const text = read("pnpm-lock.yaml");
const lockfile = readLockfile(text);
const store = new URL("node_modules/.pnpm/", root);
const installed = readdirSync(store);

/** Read from the package's own manifest: the lockfile forgets what it left out. */
function optionalOf(nameAndVersion: string): string[] | undefined {
  const folder = nameAndVersion.replaceAll("/", "+");
  const own = installed.find((each) => each === folder || each.startsWith(`${folder}_`));
  const name = nameAndVersion.slice(0, nameAndVersion.lastIndexOf("@"));
  const manifest = new URL(`${own}/node_modules/${name}/package.json`, store);
  if (own === undefined || !existsSync(manifest)) return undefined;
  return Object.keys(JSON.parse(readFileSync(manifest, "utf8")).optionalDependencies ?? {});
}

describe("the lockfile", () => {
  test("holds every optional dependency that an installed package names", () => {
    expect(lackingOptional(lockfile, optionalOf), remedy).toEqual([]);
  });

  test("holds every platform of what comes as a package for each platform", () => {
    const uncovered = [...uncoveredPlatforms(lockfile)].map(([name, missing]) => [
      name.slice(0, name.lastIndexOf("@")),
      missing,
    ]);
    const known = Object.entries(unsupported).map(([name, { lacks }]) => [name, lacks]);
    expect(uncovered, remedy).toEqual(known);
  });

  test("names no registry, so it can be installed from any", () => {
    const addresses = text
      .split("\n")
      .filter((line) => /https?:\/\//.test(line) && !/^ +deprecated: /.test(line));
    expect(addresses).toEqual([]);
  });
});

describe("these checks", () => {
  /** As pnpm writes it where the registry does not answer for the platforms: they are in neither part. */
  const without = ({ packages, snapshots }: Lockfile, pattern: RegExp): Lockfile => {
    const kept = <T>(members: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(members).filter(([name]) => !pattern.test(name)));
    return {
      packages: kept(packages),
      snapshots: Object.fromEntries(
        Object.entries(kept(snapshots)).map(([name, { optionalDependencies = {} }]) => [
          name,
          { optionalDependencies: kept(optionalDependencies) },
        ]),
      ),
    };
  };

  test("see the tools that the gate itself needs", () => {
    const tools = Object.keys(lockfile.packages)
      .filter((name) => (optionalOf(name)?.length ?? 0) > 1)
      .map((name) => name.slice(0, name.lastIndexOf("@")));
    expect(tools).toEqual(expect.arrayContaining(["@biomejs/biome", "bun", "deno", "esbuild"]));
    expect(tools).toEqual(expect.arrayContaining(["turbo", "typescript", "workerd"]));
  });

  test("name what a lockfile of Linux alone lacks, as it was committed once", () => {
    const linuxOnly = without(lockfile, /^@(biomejs|turbo|deno)\/.*(darwin|win|musl|android)/);
    expect(lackingOptional(linuxOnly, optionalOf)).toEqual([
      expect.stringMatching(
        /^@biomejs\/biome@\S+ lacks .*@biomejs\/cli-win32-x64, .*-linux-x64-musl/,
      ),
      expect.stringMatching(/^deno@\S+ lacks @deno\/win32-x64, .*@deno\/darwin-arm64$/),
      expect.stringMatching(/^turbo@\S+ lacks @turbo\/darwin-64, .*@turbo\/windows-arm64$/),
    ]);
    const uncovered = uncoveredPlatforms(linuxOnly);
    const turbo = [...uncovered].find(([name]) => name.startsWith("turbo@"))?.[1];
    expect(turbo).toEqual(["darwin x64", "darwin arm64", "win32 x64"]);
  });

  test("name a package that lost all of its platforms", () => {
    const bare = without(lockfile, /^@esbuild\//);
    const copies = Object.keys(bare.packages).filter((name) => name.startsWith("esbuild@"));
    expect(lackingOptional(bare, optionalOf)).toEqual(
      copies.map((name) => expect.stringMatching(`^${name} lacks .*@esbuild/darwin-arm64`)),
    );
  });
});
