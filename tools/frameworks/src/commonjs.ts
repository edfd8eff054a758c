import { rm } from "node:fs/promises";
import { binary, run } from "@refunds/published/command";
import { cases } from "./commonjs-cases.ts";
import { makeCommonjsProject } from "./commonjs-project.ts";

/** The oldest Node that is promised, and the newest. */
const nodes = [
  { name: "oldest", command: binary(import.meta.resolve("node22/package.json"), "node") },
  // Scripts of this repository run on it.
  { name: "newest", command: [process.execPath] },
];

/**
 * Runs every line of docs/commonjs-jest-ts-node.md.
 * @param report - given a line for each
 * @returns a sentence for each that is not as the page says
 */
export async function checkCommonjs(
  root: string,
  report: (line: string) => void,
): Promise<string[]> {
  const { folder } = await makeCommonjsProject(root);
  const wrong: string[] = [];
  for (const { name, command: node } of nodes) {
    for (const { title, command, works, below } of cases) {
      const expected = name === "newest" ? works : (below ?? works);
      const { ok, output } = await run([...node, ...command], folder, { NODE_OPTIONS: undefined });
      const asSaid = expected === true ? ok : !ok && expected.test(output);
      report(
        `${asSaid ? "as said" : "WRONG  "}  ${name.padEnd(6)}  ${ok ? "works" : "fails"}  ${title}`,
      );
      if (asSaid) continue;
      const should = expected === true ? "work" : `fail with ${expected}`;
      wrong.push(`${title} on ${name} should ${should}:\n${output.slice(0, 2000)}`);
    }
  }
  if (wrong.length === 0) await rm(folder, { recursive: true });
  else report(`The project is ${folder}`);
  return wrong;
}
