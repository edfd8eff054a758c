/** An example as a user has it: a folder of its own, with everything installed from npm. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listPackages, tarballOf } from "../published/packages.ts";

type Dependencies = Readonly<Record<string, string>>;

/** What a `package.json` of an example has. */
interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
}

/** What running an example leaves in its folder. */
const leftOver = /[\\/](node_modules|\.next)$|\.sqlite/;

/**
 * Copies an example out of the repository, and lets its dependencies, and what these depend on, come from the packed tarballs.
 * @param versions - of dependencies that are to be other ones than the example's
 * @returns the new folder, in which nothing is installed yet
 */
export function copyExample(root: string, name: string, versions: Dependencies = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `refunds-example-${name}-`)));
  const filter = (path: string) => !leftOver.test(path);
  cpSync(join(root, "examples", name), folder, { recursive: true, filter });
  const tarballs = Object.fromEntries(
    listPackages(root).map((each) => [each.name, `file:${tarballOf(each.folder)}`]),
  );
  const replaced = (dependencies: Dependencies = {}) =>
    Object.fromEntries(
      Object.entries(dependencies).map(([dependency, version]) => [
        dependency,
        tarballs[dependency] ?? versions[dependency] ?? version,
      ]),
    );
  const manifest = readManifest(folder);
  const written = {
    ...manifest,
    dependencies: replaced(manifest.dependencies),
    devDependencies: replaced(manifest.devDependencies),
    overrides: tarballs,
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(written));
  return folder;
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
