/** `pnpm generate` and `pnpm generate:check`. */
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { apply, compare, type Difference, readInput } from "./disk.ts";
import { generate } from "./generate.ts";
import { ProblemsFound } from "./problem.ts";

const fix = "npx -y pnpm@10.34.9 generate";

const program = new Command("generate")
  .description(
    "Writes packages, simulators and docs from specs/*.yaml. Nothing is written while a spec has a problem.",
  )
  .argument(
    "[specs...]",
    "limit what is written to these providers (yedpay, specs/yedpay.yaml) and what all share",
  )
  .option(
    "--check",
    "write nothing; name every stale, missing and orphaned file, and fail if there is one",
  )
  .option(
    "--root <folder>",
    "the repo to work in",
    fileURLToPath(new URL("../../../", import.meta.url)),
  )
  .action(main);

interface Options {
  readonly check?: boolean;
  readonly root: string;
}

async function main(only: readonly string[], { check, root }: Options): Promise<void> {
  const input = await readInput(root);
  const names = only.map((spec) => spec.replace(/^.*\//, "").replace(/\.ya?ml$/, ""));
  const unknown = names.filter((name) => !input.specs.has(`specs/${name}.yaml`));
  if (unknown.length > 0) {
    program.error(
      `There is no specs/${unknown[0]}.yaml; there are ${[...input.specs.keys()].join(", ")}.`,
    );
  }
  const output = await generate({ ...input, ...(process.stderr.isTTY && { progress }) });
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  const differences = (await compare(root, output)).filter(({ path }) =>
    concerns(path, names, input.specs),
  );
  if (check) return conclude(differences, output.size);
  await apply(root, output, differences);
  for (const { path, what } of differences) console.log(`${verbs[what]} ${path}`);
  console.log(
    `${output.size} files from ${input.specs.size} specs, ${differences.length} changed.`,
  );
}

const verbs = { missing: "wrote  ", stale: "changed", orphaned: "deleted" };

const progress = (message: string) => process.stderr.write(`\r\x1b[K${message}`);

/** With specs named, the files of other providers are left alone. */
function concerns(
  path: string,
  names: readonly string[],
  specs: ReadonlyMap<string, string>,
): boolean {
  const owner = /^packages\/(?:sandbox\/src\/generated\/)?([^/.]+)/.exec(path)?.[1] ?? "";
  return names.length === 0 || names.includes(owner) || !specs.has(`specs/${owner}.yaml`);
}

function conclude(differences: readonly Difference[], count: number): void {
  for (const { path, what } of differences) console.error(`${what.padEnd(8)} ${path}`);
  if (differences.length === 0) return console.log(`${count} generated files are up to date.`);
  console.error(`\n${differences.length} generated files differ from specs/. Run: ${fix}`);
  process.exitCode = 1;
}

try {
  await program.parseAsync();
} catch (error) {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  console.error(error instanceof ProblemsFound ? error.message : error);
  process.exitCode = 1;
}
