/** The thin tail: what is on disk, what differs, and writing it. */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Input } from "./generate.ts";
import { heldAgainstSource } from "./print/held-against.ts";
import { readmeSource, samplesIn } from "./print/root-readme.ts";

const slashes = (path: string) => path.split(sep).join("/");

async function text(root: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(root, path), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

const list = async (root: string, folder: string) =>
  (await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );

export async function readInput(root: string): Promise<Pick<Input, "specs" | "existing">> {
  const specs = new Map<string, string>();
  for (const entry of await list(root, "specs")) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
    specs.set(`specs/${entry.name}`, (await text(root, `specs/${entry.name}`)) ?? "");
  }
  const existing = new Map<string, string>();
  const keep = async (path: string) => {
    const found = await text(root, path);
    if (found !== undefined) existing.set(path, found);
  };
  for (const entry of await list(root, "packages"))
    await keep(`packages/${entry.name}/package.json`);
  await keep(heldAgainstSource);
  await keep(readmeSource);
  for (const path of samplesIn(existing.get(readmeSource) ?? "")) await keep(path);
  return { specs, existing };
}

export interface Difference {
  readonly path: string;
  readonly what: "missing" | "stale" | "orphaned";
}

/** How the disk differs from what the specs say. */
export async function compare(
  root: string,
  output: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [path, wanted] of output) {
    const found = await text(root, path);
    if (found === undefined) differences.push({ path, what: "missing" });
    else if (found !== wanted) differences.push({ path, what: "stale" });
  }
  for (const path of await generatedOnDisk(root)) {
    if (!output.has(path)) differences.push({ path, what: "orphaned" });
  }
  return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Belongs to others inside a generated package: what is built or installed, and the release tool's log. */
const foreign = /^(node_modules|dist|\.pack|\.turbo|CHANGELOG\.md|coverage)$/;

/** Every file that only the generator can have written: in whole packages by their manifest, elsewhere by the folder. */
async function generatedOnDisk(root: string): Promise<string[]> {
  const found = await filesIn(root, "docs/providers");
  for (const entry of await list(root, "packages")) {
    const folder = `packages/${entry.name}`;
    const manifest = await text(root, `${folder}/package.json`);
    const { refunds } = JSON.parse(manifest ?? "{}") as { refunds?: { generatedFrom?: string } };
    const whole = /\.yaml$/.test(refunds?.generatedFrom ?? "");
    found.push(...(await filesIn(root, whole ? folder : `${folder}/src/generated`)));
  }
  return found;
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = (await list(root, folder)).filter(({ name }) => !foreign.test(name));
  const nested = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? filesIn(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    ),
  );
  return nested.flat();
}

/** Makes the disk say what the specs say. */
export async function apply(
  root: string,
  output: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): Promise<void> {
  for (const { path, what } of differences) {
    const file = join(root, path);
    if (what === "orphaned") {
      await rm(file);
      await removeEmpty(root, dirname(file));
    } else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, output.get(path) ?? "");
    }
  }
}

async function removeEmpty(root: string, folder: string): Promise<void> {
  const inside = slashes(relative(root, folder));
  if (!inside.startsWith("packages/") || inside.split("/").length < 2) return;
  const entries = await readdir(folder);
  // Installed and built files alone do not keep the folder of a deleted provider.
  const left = entries.filter((name) => !foreign.test(name) || name === "CHANGELOG.md");
  if (left.length > 0) return;
  if (inside.split("/").length === 2) await rm(folder, { recursive: true, force: true });
  else if (entries.length === 0) await rmdir(folder);
  else return;
  await removeEmpty(root, dirname(folder));
}
