import { join } from "node:path";
import { binary, run } from "./command.ts";
import type { Check } from "./finding.ts";
import { optionsLiteral } from "./literal.ts";
import type { InstalledPackage, Project } from "./project.ts";

/** The `engines.node` of every package. */
const oldest = ">=22.13";

/** The oldest supported Node, and the newest older major version, which is still used on servers. */
const nodes = {
  floor: () => import.meta.resolve("node22/package.json"),
  below: () => import.meta.resolve("node20/package.json"),
};

/**
 * Checks that on the oldest Node in `engines`, `import` and `require()` load every entry point. On an older Node, creating
 * a client, starting a command and loading SQLite must fail with an error that names the required and the actual version.
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
          : [`engines.node must be ${oldest}, but is ${each.manifest.engines?.node}`]),
        ...(await opens(project, each, at)),
        ...(await refusesBelow(project, each, at)),
        ...(await startsNothingBelow(project, each)),
      ],
    })),
  );

const onNode = (which: keyof typeof nodes, project: Project, ...args: readonly string[]) =>
  run([...binary(nodes[which](), "node"), ...args], project.folder);

async function opens(
  project: Project,
  { entryPoints }: InstalledPackage,
  at: number,
): Promise<string[]> {
  const file = project.write(
    `floor-${at}.cjs`,
    `const entryPoints = ${JSON.stringify(entryPoints)};
(async () => {
  for (const entryPoint of entryPoints) {
    const required = require(entryPoint);
    if (required !== (await import(entryPoint))) throw new Error(entryPoint + " is another module with require()");
  }
})();
`,
  );
  const { ok, output } = await onNode("floor", project, file);
  if (!ok) return [`on the oldest Node, require() and import fail: ${output}`];
  // The only expected warning is Node's about SQLite.
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
    `import { ${word} as client } from "${each.name}";
import { ${word}FetchClient as fetchClient } from "${each.name}/fetch";
const rsa = "";
for (const create of [client, fetchClient]) {
  try {
create(${optionsLiteral(vectors.credentials)});
console.log("created");
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
`,
  );
  const { output } = await onNode("below", project, file);
  const lines = output.trim().split("\n");
  const expected =
    /^RefundError unsupported_runtime .*Node 22\.13 or newer.*this is Node 20\.\d+\.\d+/;
  return lines.length === 2 && lines.every((line) => expected.test(line))
    ? []
    : [
        `below the oldest Node, creating a client must fail with unsupported_runtime, but prints: ${output}`,
      ];
}

/** The commands, with an argument, because the help needs no newer Node; and the entry point that needs Node's own SQLite. */
async function startsNothingBelow(
  project: Project,
  { folder, manifest, entryPoints }: InstalledPackage,
): Promise<string[]> {
  const imports = entryPoints
    .filter((entryPoint) => entryPoint.endsWith("/sqlite"))
    .map((entryPoint) => [
      entryPoint,
      project.write("below-sqlite.mjs", `await import("${entryPoint}");\n`),
    ]);
  const commands = Object.entries(manifest.bin ?? {}).map(([name, file]) => [
    name,
    join(folder, file),
  ]);
  const problems: string[] = [];
  for (const [name, file = ""] of [...commands, ...imports]) {
    const { ok, output } = await onNode("below", project, file, "anything");
    if (!ok && /Node 22\.13 or newer; this is Node 20\.\d+\.\d+/.test(output)) continue;
    problems.push(`below the oldest Node, ${name} must fail and say so, but prints: ${output}`);
  }
  return problems;
}
