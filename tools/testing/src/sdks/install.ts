import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import manifest from "./sdks.json" with { type: "json" };

/** Not in git. Delete it to install the SDKs again. */
export const cache = join(import.meta.dirname, "../../.cache");

/** The exact version of each SDK, by the package's name. */
export const versions: Readonly<Record<string, string>> = manifest.versions;

/** The exact version of an SDK, from the manifest. */
export function versionOf(name: string): string {
  const version = versions[name];
  if (!version) throw new Error(`${name} has no version in tools/testing/src/sdks/sdks.json`);
  return version;
}

/**
 * Installs one SDK into its own folder, unless it is already there, and returns the folder. Its dependencies have the
 * versions of the date in the manifest, and install scripts do not run. Rejects with npm's error message.
 */
export async function install(name: string): Promise<string> {
  const expected = JSON.stringify({ [name]: versionOf(name), before: manifest.before });
  const folder = join(cache, name.replaceAll("/", "+"));
  const stamp = join(folder, "installed.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === expected) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const project = { private: true, dependencies: { [name]: versionOf(name) } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(project));
  writeFileSync(join(folder, "load.mjs"), `export const load = () => import("${name}");\n`);
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const args = ["install", "--ignore-scripts", `--before=${manifest.before}`, ...quiet];
  try {
    await promisify(execFile)("npm", args, { cwd: folder, timeout: 300_000 });
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    throw new Error(`npm install failed: ${stderr?.trim() || message}`);
  }
  writeFileSync(stamp, expected);
  return folder;
}
