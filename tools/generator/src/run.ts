/** One run of the program: reads, generates, and compares or writes. */
import { apply, compare, type Difference, readInput } from "./disk.ts";
import { generate } from "./generate.ts";

const command = "npm run generate";

export interface Run {
  /** The repo to work in. */
  readonly root: string;
  /** Providers or spec files to limit the writing to; none: everything. */
  readonly only?: readonly string[];
  /** Compare only. */
  readonly check?: boolean;
  readonly progress?: (message: string) => void;
}

export interface Result {
  readonly ok: boolean;
  /** What to tell, line by line. */
  readonly lines: readonly string[];
}

/** @throws {ProblemsFound} for problems in specs, with nothing written. */
export async function run({ root, only = [], check = false, progress }: Run): Promise<Result> {
  const input = await readInput(root);
  const names = only.map((spec) => spec.replace(/^.*\//, "").replace(/\.ya?ml$/, ""));
  const unknown = names.filter((name) => !input.specs.has(`specs/${name}.yaml`));
  if (unknown.length > 0) {
    const known = [...input.specs.keys()].join(", ");
    return {
      ok: false,
      lines: unknown.map((name) => `There is no specs/${name}.yaml; there are ${known}.`),
    };
  }
  const output = await generate({ ...input, only: names, ...(progress && { progress }) });
  const differences = (await compare(root, output)).filter(({ path }) =>
    concerns(path, names, input.specs),
  );
  if (check) return conclude(differences, output.size);
  await apply(root, output, differences);
  const changes = differences.map(({ path, what }) => `${verbs[what]} ${path}`);
  const summary = `${output.size} files from ${input.specs.size} specs, ${differences.length} changed.`;
  return { ok: true, lines: [...changes, summary] };
}

const verbs = { missing: "wrote  ", stale: "changed", orphaned: "deleted" };

/** With specs named, the files of other providers are left alone; what all share is not. */
function concerns(
  path: string,
  names: readonly string[],
  specs: ReadonlyMap<string, string>,
): boolean {
  const owner =
    /^(?:packages|docs\/providers)\/(?:sandbox\/src\/generated\/)?([^/.]+)/.exec(path)?.[1] ?? "";
  return names.length === 0 || names.includes(owner) || !specs.has(`specs/${owner}.yaml`);
}

function conclude(differences: readonly Difference[], count: number): Result {
  if (differences.length === 0)
    return { ok: true, lines: [`${count} generated files are up to date.`] };
  const named = differences.map(({ path, what }) => `${what.padEnd(8)} ${path}`);
  return {
    ok: false,
    lines: [
      ...named,
      "",
      `${differences.length} generated files differ from specs/. Run: ${command}`,
    ],
  };
}
