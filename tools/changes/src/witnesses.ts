/** Asks every witness about the packages whose last release is one commit. */
import { refuseInvalid } from "@refunds/generator/check";
import type { Finding } from "./finding.ts";
import { type Package, partsOf } from "./release/packages.ts";
import { type State, sourcesDiffer } from "./release/state.ts";
import { compareSpecs } from "./spec/compare-specs.ts";
import { compileProgram, programsOf } from "./tests/type-tests.ts";
import { runPastVectors } from "./tests/wire-vectors.ts";
import { compareExports } from "./types/compare-exports.ts";
import { typesOf } from "./types/program.ts";

export interface Question {
  readonly root: string;
  readonly past: State;
  readonly now: State;
  readonly packages: readonly Package[];
  readonly progress: (message: string) => void;
}

/** Package name -> what was found. @throws {CannotCompare} */
export async function askWitnesses(question: Question): Promise<Map<string, Finding[]>> {
  const { root, past, now, packages, progress } = question;
  const found = new Map(packages.map(({ name }): [string, Finding[]] => [name, []]));
  for (const each of packages) {
    const before = each.spec && past.tree.get(each.spec);
    const after = each.spec && now.tree.get(each.spec);
    if (!each.spec || before === undefined || after === undefined || before === after) continue;
    progress(`comparing ${each.spec}`);
    await refuseInvalid(each.spec, after, "nothing was compared");
    found.get(each.name)?.push(...compareSpecs(each.spec, before, after));
  }
  const touched = packages.filter((each) => isTouched(each, question));
  if (touched.length === 0) return found;
  const programs = programsOf(past.tree).filter(({ folder }) =>
    touched.some((each) => each.folder === folder),
  );
  progress("comparing public types");
  const paths = programs.map(({ path }) => path);
  const types = typesOf(past, now, root, touched, paths);
  for (const each of touched) {
    progress(`comparing the public types of ${each.name}`);
    const before = past.packages.get(each.name);
    const seen = before ? compareExports(types, before, each) : [];
    const parts = each.isAggregate ? foldersOfParts(each, now) : new Set();
    const own = seen.filter(
      // A change in another package counts for that package only, unless it breaks programs of this one's users.
      ({ owner, effect }) => !parts.has(owner) && (owner === each.folder || effect === "major"),
    );
    found.get(each.name)?.push(...own.map(({ owner: _, ...finding }) => finding));
    progress(`compiling the last release's programs for ${each.name}`);
    for (const program of programs.filter(({ folder }) => folder === each.folder)) {
      found.get(each.name)?.push(...compileProgram(types, program));
    }
    if (each.spec === undefined) continue;
    progress(`running the last release's wire vectors for ${each.name}`);
    found.get(each.name)?.push(...(await runPastVectors(past.tree, each, root)));
  }
  return found;
}

const foldersOfParts = (aggregate: Package, state: State) =>
  new Set<string>(partsOf(aggregate, state.packages).map(({ folder }) => folder));

/** Whether anything differs in its sources or in those of what it depends on. */
function isTouched(each: Package, { past, now }: Question): boolean {
  if (sourcesDiffer(each, past, now)) return true;
  return each.dependencies.some((name) => {
    const dependency = now.packages.get(name);
    return dependency !== undefined && isTouched(dependency, { past, now } as Question);
  });
}
