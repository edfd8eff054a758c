import { run } from "./command.ts";
import { compilers } from "./compilers.ts";
import { consumerOf, facadeConsumer } from "./consumer.ts";
import type { Check } from "./finding.ts";
import type { Project } from "./project.ts";

/** The module resolutions to check. */
const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

/** The strictest options of a user, without Node's types. */
export const strictest = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
};

/** Checks that programs of users compile, and that invalid code does not. */
export const checkTypes: Check = async (project) => {
  const programs = project.packages.map(({ name }, at) => ({
    name,
    files: writePrograms(project, at),
  }));
  const files = programs.flatMap((each) => each.files);
  const compiled = await Promise.all(
    resolutions.flatMap((resolution) => {
      const compilerOptions = { ...strictest, ...resolution };
      const config = project.write(
        `tsconfig.${resolution.moduleResolution}.json`,
        JSON.stringify({ files, compilerOptions }),
      );
      return compilers.map(async ({ title, command }) => {
        const { ok, output } = await run(
          [...command, "--pretty", "false", "-p", config],
          project.folder,
        );
        const how = `${title}, ${resolution.moduleResolution}`;
        const errors = output.split("\n").filter((line) => /error TS\d/.test(line));
        return { how, errors: ok || errors.length > 0 ? errors : [output] };
      });
    }),
  );
  return programs.map(({ name, files: own }) => {
    // An error outside of all programs is in a package's types, and is reported for every package.
    const concerns = (error: string) =>
      own.some((file) => error.startsWith(file)) || !files.some((file) => error.startsWith(file));
    const errors = new Set(compiled.flatMap((each) => each.errors.filter(concerns)));
    return {
      package: name,
      column: "types",
      cell: `${compiled.length} ways`,
      problems: [...errors].map((error) => {
        const where = compiled.filter((each) => each.errors.includes(error)).map(({ how }) => how);
        return `${error} (${where.join("; ")})`;
      }),
    };
  });
};

function writePrograms(project: Project, at: number): string[] {
  const each = project.packages[at];
  if (!each) return [];
  const programs: Record<string, string> = { [`consumer-${at}.ts`]: consumerOf(each) };
  if (each.name === "refunds") programs[`facade-${at}.ts`] = facadeConsumer(project.packages);
  for (const [file, text] of Object.entries(programs)) project.write(file, text);
  return Object.keys(programs);
}
