import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { binary, run } from "./command.ts";
import { compilers } from "./compilers.ts";
import type { Check, Finding } from "./finding.ts";
import { optionsLiteral } from "./literal.ts";
import type { InstalledPackage, Project } from "./project.ts";

const folderOf = (manifest: string) => dirname(fileURLToPath(manifest));

const nodeTypes = folderOf(import.meta.resolve("@types/node/package.json"));
const bunTypes = folderOf(import.meta.resolve("bun-types/package.json"));

/** A set of types that a program can have for `fetch`. */
interface Setting {
  readonly title: string;
  readonly lib: readonly string[];
  /** Folders of the packages with global types. */
  readonly types: readonly string[];
  /** Additional lines of the program. */
  readonly lines: string;
}

const undicis: Readonly<Record<string, string>> = {
  undici6: folderOf(import.meta.resolve("undici6/package.json")),
  undici7: folderOf(import.meta.resolve("undici7/package.json")),
  undici8: folderOf(import.meta.resolve("undici8/package.json")),
};

const ofUndici = Object.keys(undicis)
  .map(
    (name) => `import { Agent as ${name}Agent, fetch as ${name} } from "${name}";
give(${name});
give((url, init) => ${name}(url, { ...init, dispatcher: new ${name}Agent() }));
`,
  )
  .join("");

/** As in next/types/global.d.ts. */
const ofNext = `declare global {
  interface RequestInit { next?: { revalidate?: number | false; tags?: string[] } | undefined }
}
give((url, init) => fetch(url, { ...init, next: { revalidate: 0 } }));
`;

const dom = ["dom", "dom.iterable"];

const settings: readonly Setting[] = [
  { title: "the DOM's types", lib: dom, types: [], lines: "" },
  { title: "Next's types", lib: dom, types: [], lines: ofNext },
  { title: "Node's types", lib: [], types: [nodeTypes], lines: ofUndici },
  { title: "Node's and the DOM's types", lib: dom, types: [nodeTypes], lines: ofUndici },
  { title: "Bun's types", lib: [], types: [bunTypes], lines: ofUndici },
  { title: "Bun's and the DOM's types", lib: dom, types: [bunTypes], lines: "" },
];

/** Checks that the option `fetch` accepts every runtime's `fetch`, with each set of types, and rejects other functions. */
export const checkFetchTypes: Check = async (project) => {
  const each = project.packages.find(({ provider }) => provider);
  if (!each) return [];
  const problems: string[] = [];
  for (const [at, setting] of settings.entries()) {
    const config = writeProgram(project, each, setting, at);
    const compiled = compilers.map(async ({ title, command }) => {
      const { ok, output } = await run(
        [...command, "--pretty", "false", "-p", config],
        project.folder,
      );
      return ok ? [] : [`with ${setting.title}, ${title}: ${output}`];
    });
    problems.push(...(await Promise.all(compiled)).flat());
  }
  problems.push(...(await checkWithDeno(project, each)));
  const cell = `${settings.length * compilers.length + 1} ways`;
  return [{ package: each.name, column: "fetch types", cell, problems } satisfies Finding];
};

function writeProgram(
  project: Project,
  each: InstalledPackage,
  setting: Setting,
  at: number,
): string {
  const { lib, types, lines } = setting;
  const own = `fetch-${at}.ts`;
  project.write(own, program(each) + lines);
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", ...lib],
    types,
    paths: Object.fromEntries(
      Object.entries(undicis).map(([name, folder]) => [name, [join(folder, "index.d.ts")]]),
    ),
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    // Several sets of types contradict each other. Only errors in the program matter here.
    skipLibCheck: true,
    noEmit: true,
  };
  return project.write(
    `tsconfig.fetch-${at}.json`,
    JSON.stringify({ files: [own], compilerOptions }),
  );
}

const program = ({
  name,
  provider,
}: InstalledPackage) => `import { ${provider?.word} } from "${name}";
declare const rsa: string;
type Options = Parameters<typeof ${provider?.word}>[0];
const give = (own: NonNullable<Options["fetch"]>) =>
  ${provider?.word}({ ...${optionsLiteral(provider?.vectors.credentials)}, fetch: own });

give(fetch);
give(globalThis.fetch);
const typed: typeof fetch = fetch;
give(typed);
give((...request) => fetch(...request));
give((url, init) => fetch(url, init));
give(async (url, init) => fetch(url, { ...init, keepalive: true }));
give(async (url: string, init?: RequestInit): Promise<Response> => fetch(url, init));
give(async (input: string | URL | Request, init?: RequestInit) => fetch(input, init));
give(async () => new Response("{}", { status: 200 }));
// @ts-expect-error it is called with a URL, not with a Request
give(async (request: Request) => fetch(request));
// @ts-expect-error it does not resolve to a Response
give(async () => "{}");
// @ts-expect-error it does not return a promise
give(() => new Response("{}"));
`;

/** Deno has its own compiler and types. */
async function checkWithDeno(project: Project, each: InstalledPackage): Promise<string[]> {
  project.write("fetch-deno.ts", program(each));
  const deno = binary(import.meta.resolve("deno/package.json"), "deno");
  const env = { DENO_DIR: `${project.folder}/.deno`, DENO_NO_UPDATE_CHECK: "1" };
  const { ok, output } = await run(
    [...deno, "check", "--quiet", "--node-modules-dir=manual", "fetch-deno.ts"],
    project.folder,
    env,
  );
  return ok ? [] : [`with Deno's types: ${output}`];
}
