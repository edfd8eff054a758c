import { binary, run } from "./command.ts";
import { consumerOf, facadeConsumer } from "./consumer.ts";
import type { Check } from "./finding.ts";

/** Under each way that packages are found, and by the newest and the oldest compiler that must do. */
const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];
const compilers = ["typescript", "typescript5"].map((name) =>
  binary(import.meta.resolve(`${name}/package.json`), "tsc"),
);

/** A stranger's program compiles, and what must not compile does not. */
export const checkTypes: Check = async (project) => {
  const { packages, folder } = project;
  const files = packages.map((each, at) => {
    const [file, facadeFile] = [`consumer-${at}.ts`, `facade-${at}.ts`];
    project.write(file, consumerOf(each));
    if (each.name !== "refunds") return { name: each.name, files: [file] };
    project.write(facadeFile, facadeConsumer(packages));
    return { name: each.name, files: [file, facadeFile] };
  });
  const runs = resolutions.flatMap((resolution) => {
    const config = project.write(
      `tsconfig.${resolution.moduleResolution}.json`,
      JSON.stringify({
        files: files.flatMap((each) => each.files),
        compilerOptions: { ...options, ...resolution },
      }),
    );
    return compilers.map(async (compiler) => {
      const { ok, output } = await run([...compiler, "--pretty", "false", "-p", config], folder);
      const [, version = "?"] = await run([...compiler, "--version"], folder).then(({ stdout }) =>
        stdout.trim().split(" "),
      );
      return { ok, output, how: `${resolution.moduleResolution}, TypeScript ${version}` };
    });
  });
  const ran = await Promise.all(runs);
  return files.map((each) => ({
    package: each.name,
    column: "types",
    cell: `${ran.length} ways`,
    problems: ran
      .filter(({ ok }) => !ok)
      .flatMap(({ output, how }) =>
        complaints(output, each.files).map((line) => `${how}: ${line}`),
      ),
  }));
};

const options = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
};

/** The compiler's lines about these files, and about files that are nobody's consumer (a package's own types). */
const complaints = (output: string, files: readonly string[]): string[] =>
  output
    .split("\n")
    .filter((line) => /error TS/.test(line))
    .filter(
      (line) => files.some((file) => line.startsWith(file)) || !/^(consumer|facade)-/.test(line),
    );
