import { rm } from "node:fs/promises";
import { binary, run } from "../published/command.ts";
import { cases } from "./commonjs-cases.ts";
import { makeCommonjsProject } from "./commonjs-project.ts";

/** The oldest and the newest supported Node. */
const nodes = [
  { name: "oldest", command: binary(import.meta.resolve("node22/package.json"), "node") },
  // The scripts of this repository run on the newest.
  { name: "newest", command: [process.execPath] },
];

/**
 * Runs all cases of docs/commonjs-jest-ts-node.md.
 * @param report - called with one line for each case
 * @returns one message for each case that differs from the page
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
      const isExpected = expected === true ? ok : !ok && expected.test(output);
      report(
        `${isExpected ? "as expected" : "UNEXPECTED "}  ${name.padEnd(6)}  ${ok ? "works" : "fails"}  ${title}`,
      );
      if (isExpected) continue;
      const should = expected === true ? "work" : `fail with ${expected}`;
      wrong.push(`${title} on ${name} should ${should}:\n${output.slice(0, 2000)}`);
    }
  }
  if (wrong.length === 0) await rm(folder, { recursive: true });
  else report(`The project is in ${folder}`);
  return wrong;
}
