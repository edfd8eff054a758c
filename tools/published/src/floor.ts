import { binary, run } from "./command.ts";
import type { Check } from "./finding.ts";
import { literal } from "./literal.ts";
import type { InstalledPackage, Project } from "./project.ts";

/** What `engines` of every package must say. */
const oldest = ">=22.13";

/** The oldest Node that is promised, and the newest below it that is still found on servers. */
const nodes = {
  floor: () => import.meta.resolve("node22/package.json"),
  below: () => import.meta.resolve("node20/package.json"),
};

/**
 * The oldest Node is the one that `engines` name: there every door opens by `import` and by `require()`. Below it a client
 * is refused with a sentence that says what is needed and what was found.
 */
export const checkFloor: Check = (project) =>
  Promise.all(
    project.packages.map(async (each, at) => ({
      package: each.name,
      column: "oldest Node",
      cell: oldest.replace(">=", ""),
      problems: [
        ...(each.manifest.engines?.node === oldest
          ? []
          : [`engines.node should be ${oldest} and is ${each.manifest.engines?.node}`]),
        ...(await opens(project, each, at)),
        ...(await refusesBelow(project, each, at)),
      ],
    })),
  );

const onNode = (which: keyof typeof nodes, project: Project, file: string) =>
  run([...binary(nodes[which](), "node"), file], project.folder);

async function opens(
  project: Project,
  { entryPoints }: InstalledPackage,
  at: number,
): Promise<string[]> {
  const file = project.write(
    `floor-${at}.cjs`,
    `const entryPoints = ${JSON.stringify(entryPoints)};
(async () => {
  for (const door of entryPoints) {
    const required = require(door);
    if (required !== (await import(door))) throw new Error(door + " is another module by require()");
  }
})();
`,
  );
  const { ok, output } = await onNode("floor", project, file);
  if (!ok) return [`on the oldest Node, require() and import fail: ${output}`];
  // Node's own word about SQLite is the only one that is expected.
  const warned = output.split("\n").filter((line) => /Warning/.test(line) && !/SQLite/.test(line));
  return warned.map((line) => `on the oldest Node, require() prints ${line}`);
}

async function refusesBelow(
  project: Project,
  each: InstalledPackage,
  at: number,
): Promise<string[]> {
  if (!each.provider) return [];
  const { word, vectors } = each.provider;
  const file = project.write(
    `below-${at}.mjs`,
    `import { ${word} as client, ${word}Wire as wire } from "${each.name}";
const rsa = "";
for (const make of [client, wire]) {
  try {
    make({ environment: "test", ...${literal(vectors.credentials)} });
    console.log("made");
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
`,
  );
  const { output } = await onNode("below", project, file);
  const said = output.trim().split("\n");
  const expected =
    /^RefundError unsupported_runtime .*Node 22\.13 or newer.*this is Node 20\.\d+\.\d+/;
  return said.length === 2 && said.every((line) => expected.test(line))
    ? []
    : [`below the oldest Node, making a client should say so, and says: ${output}`];
}
