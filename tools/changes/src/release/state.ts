/** One moment of the repo: its files, and the packages they make. */
import { type Package, packagesOf } from "./packages.ts";
import type { Tree } from "./tree.ts";

export interface State {
  readonly tree: Tree;
  readonly packages: ReadonlyMap<string, Package>;
}

export const stateOf = (tree: Tree): State => ({ tree, packages: packagesOf(tree) });

/** Whether what a package is built from differs. */
export function sourcesDiffer({ folder }: Package, past: State, now: State): boolean {
  const sources = ({ tree }: State) =>
    JSON.stringify([...tree].filter(([path]) => path.startsWith(`packages/${folder}/src/`)).sort());
  const doors = ({ packages }: State) =>
    JSON.stringify([...packages.values()].find((each) => each.folder === folder)?.doors.size);
  return sources(past) !== sources(now) || doors(past) !== doors(now);
}
