import { run } from "./command.ts";
import { compilers } from "./compilers.ts";
import type { Check } from "./finding.ts";

/** What most servers in CommonJS are compiled with. TypeScript 5 then reads no "exports" of a package. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  module: "commonjs",
  strict: true,
  // Declarations inside a package are found by the same old rules, and not all of its own are.
  skipLibCheck: true,
  noEmit: true,
};

/** Every door is found, with types, by a program that is compiled to CommonJS. */
export const checkCommonjsTypes: Check = async (project) => {
  const imports = project.packages.map(({ entryPoints }, at) => {
    const lines = entryPoints.map((door, index) => {
      const name = `entry${at}_${index}`;
      return `import * as ${name} from "${door}";
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
      const said = ok || lines.length > 0 ? own : [output];
      return said.map((line) => `"module": "commonjs": ${line} (${title})`);
    }),
  }));
};
