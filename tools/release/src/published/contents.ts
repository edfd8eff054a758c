import type { Check } from "./finding.ts";
import type { InstalledPackage } from "./project.ts";

const needed = ["README.md", "LICENSE", "package.json"];
/** The text is the help of the command line, which its build writes, as it does a file for each command that only reads. */
const allowed =
  /^(README\.md|LICENSE|package\.json|CHANGELOG\.md|dist\/help\.txt|dist\/reading-\w+\.cjs|dist\/.+\.(js|d\.ts))$/;

/** Checks that the tarball has the code, its types, and the files that npm shows, and nothing else. */
export const checkContents: Check = ({ packages }) =>
  packages.map(({ name, files, manifest, provider }) => ({
    package: name,
    column: "files",
    cell: String(files.length),
    problems: [
      ...needed
        .filter((file) => !files.includes(file))
        .map((file) => `the tarball has no ${file}; add packages/<name>/${file}`),
      ...files
        .filter((file) => !allowed.test(file))
        .map(
          (file) =>
            `the tarball contains ${file}; it should contain only ${needed.join(", ")} and dist`,
        ),
      // The tool that packs all providers lints them.
      ...(provider ? [] : linted(manifest)),
    ],
  }));

/** Checks that the script that packs the tarball also lints it. */
const linted = ({ scripts }: InstalledPackage["manifest"]): string[] =>
  ["publint --strict .pack/package.tgz", "attw --profile esm-only .pack/package.tgz"]
    .filter((command) => !scripts?.package?.includes(command))
    .map((command) => `package.json: the script "package" must run ${command}`);
