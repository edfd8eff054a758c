import type { Check } from "./finding.ts";
import type { InstalledPackage } from "./project.ts";

const needed = ["README.md", "LICENSE", "package.json"];
const allowed = /^(README\.md|LICENSE|package\.json|CHANGELOG\.md|dist\/.+\.(js|d\.ts))$/;

/** The tarball holds the code, its types, and what npm shows of it. */
export const checkContents: Check = ({ packages }) =>
  packages.map(({ name, files, manifest }) => ({
    package: name,
    column: "files",
    cell: String(files.length),
    problems: [
      ...needed
        .filter((file) => !files.includes(file))
        .map((file) => `the tarball has no ${file}; write packages/<name>/${file}`),
      ...files
        .filter((file) => !allowed.test(file))
        .map((file) => `the tarball holds ${file}; it should hold ${needed.join(", ")} and dist`),
      ...linted(manifest),
    ],
  }));

/** The tarball was made by a script that also has it judged. */
const linted = ({ scripts }: InstalledPackage["manifest"]): string[] =>
  ["publint --strict .pack/package.tgz", "attw --profile esm-only .pack/package.tgz"]
    .filter((command) => !scripts?.package?.includes(command))
    .map((command) => `package.json: the script "package" does not run ${command}`);
