/** The files of one moment that tell what callers have: specs, vectors, sources, type tests, samples, manifests. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Path from the root of the repo, with forward slashes -> text. */
export type Tree = ReadonlyMap<string, string>;

const wantedPaths = [
  /^packages\/[^/]+\/(package\.json|CHANGELOG\.md)$/,
  /^packages\/[^/]+\/(src|samples)\/.*\.ts$/,
  /^packages\/[^/]+\/test\/.*\.test-d\.ts$/,
  /^specs\/[^/]+\.yaml$/,
  /^specs\/vectors\/[^/]+\.json$/,
];

export const isWanted = (path: string) => wantedPaths.some((pattern) => pattern.test(path));

/** Not of the repo: installed or built. */
const foreign = new Set(["node_modules", "dist", ".pack", ".turbo", ".generated"]);

/** The files on disk, committed or not. */
export function workingTree(root: string): Tree {
  const found: [string, string][] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !foreign.has(entry.name)) visit(path);
      else if (entry.isFile() && isWanted(path)) {
        found.push([path, readFileSync(join(root, path), "utf8")]);
      }
    }
  };
  visit("packages");
  visit("specs");
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
