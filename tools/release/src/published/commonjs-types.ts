import { run } from "./command.ts";
import { compilers } from "./compilers.ts";
import type { Check } from "./finding.ts";

/** Typical options for servers in CommonJS. With them, TypeScript 5 ignores the "exports" of a package. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  module: "commonjs",
  strict: true,
  // The old resolution also applies inside of packages, where it does not find all declarations.
  skipLibCheck: true,
  noEmit: true,
};

/** Checks that a program that is compiled to CommonJS finds the types of every entry point. */
export const checkCommonjsTypes: Check = async (project) => {
  const imports = project.packages.map(({ entryPoints }, at) => {
    const lines = entryPoints.map((entryPoint, index) => {
      const name = `entry${at}_${index}`;
      return `import * as ${name} from "${entryPoint}";
export const is${name}: 0 extends 1 & typeof ${name} ? never : true = true;
`;
    });
    return project.write(`commonjs-${at}.cts`, lines.join(""));
  });
  const config = project.write(
    "tsconfig.commonjs.json",
    JSON.stringify({ files: imports, compilerOptions }),
  );
  const compiled = await Promise.all(
    compilers.map(async ({ title, command }) => {
      const ran = await run([...command, "--pretty", "false", "-p", config], project.folder);
      return { title, ...ran };
    }),
  );
  return project.packages.map(({ name }, at) => ({
    package: name,
    column: "CommonJS",
    cell: `${compilers.length} ways`,
    problems: compiled.flatMap(({ title, ok, output }) => {
      const lines = output.split("\n").filter((line) => /error TS\d/.test(line));
      const own = lines.filter((line) => line.startsWith(`commonjs-${at}.`));
      const errors = ok || lines.length > 0 ? own : [output];
      return errors.map((line) => `"module": "commonjs": ${line} (${title})`);
    }),
  }));
};
