/** The third witness, the other half: the last release's wire vectors, run against the client of now. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runVectors, type VectorFactory, type Vectors } from "@refunds/testing/vectors";
import { CannotCompare, type Finding } from "../finding.ts";
import type { Package } from "../release/packages.ts";
import type { Tree } from "../release/tree.ts";
import { rules } from "../rules.ts";

/**
 * Nothing where the provider had no vectors.
 * @throws {CannotCompare} where the client cannot be loaded or the vectors cannot be read.
 */
export async function runPastVectors(
  past: Tree,
  { name, folder, doors }: Package,
  root: string,
): Promise<Finding[]> {
  const path = `specs/vectors/${folder}.json`;
  const text = past.get(path);
  const door = doors.get(".");
  if (text === undefined || door === undefined) return [];
  const vectors: Vectors = JSON.parse(text);
  const factory = await load(join(root, door), folder);
  if (!factory) throw new CannotCompare(`${door} exports no function \`${folder}\`.`);
  const results = await runVectors(vectors, factory);
  const form = results.find(({ kind, problems }) => kind === "file" && problems.length > 0);
  if (form) {
    throw new CannotCompare(
      `${path} of the last release of ${name} cannot be run by today's tools/testing: ` +
        `${form.problems.join("; ")}. Let the runner read that form, too.`,
    );
  }
  const broken = results.filter(({ problems }) => problems.length > 0);
  const [first] = broken;
  if (!first) return [];
  const count = `${broken.length} of ${results.length - 1}`;
  return [
    {
      witness: "tests",
      rule: "vector_broken",
      ...rules.vector_broken,
      text: `${count} wire vectors no longer hold; the ${first.kind} "${first.name}": ${first.problems[0]}.`,
      where: `${path} of the last release`,
    },
  ];
}

async function load(file: string, name: string): Promise<VectorFactory | undefined> {
  try {
    const module = await import(pathToFileURL(file).href);
    return typeof module[name] === "function" ? module[name] : undefined;
  } catch (error) {
    throw new CannotCompare(`${file} cannot be loaded: ${error}`);
  }
}
