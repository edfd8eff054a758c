/** Generates a made-up provider, and loads what was generated. */
import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome, QueryOutcome } from "@refunds/core";
import type { ProviderTable } from "@refunds/core/provider";
import { createSandbox, type Sandbox, type SimulatorTable } from "@refunds/sandbox";
import type { VectorFetchFactory } from "@refunds/testing/vectors";
import { generate } from "../../src/index.ts";

interface MadeUpClient {
  refund(request: object): Promise<Outcome>;
  query(request: object): Promise<QueryOutcome>;
}

export interface MadeUp {
  readonly client: (options: object) => MadeUpClient;
  readonly fetchClient: VectorFetchFactory;
  readonly table: ProviderTable;
  readonly features: object;
  sandbox(): Promise<Sandbox>;
  /** What the compiler says about the package together with a program that uses it as `./packages/<name>/src/index.ts`. */
  typeErrors(program?: string): Promise<string>;
  remove(): Promise<void>;
}

const tsc = fileURLToPath(new URL("../../../../node_modules/typescript/bin/tsc", import.meta.url));

/** @param spec the text of its spec */
export async function madeUp(name: string, spec: string): Promise<MadeUp> {
  const folder = new URL(`.generated/${name}-${crypto.randomUUID()}/`, import.meta.url);
  const write = async (path: string, text: string) => {
    const file = new URL(path, folder);
    await mkdir(dirname(fileURLToPath(file)), { recursive: true });
    await writeFile(file, text);
  };
  const specs = new Map([[`specs/${name}.yaml`, spec]]);
  for (const [path, text] of await generate({ specs, existing: new Map() }))
    await write(path, text);
  // Files that real packages have in addition to the generated ones.
  await write(
    "packages/sandbox/src/simulator-table.ts",
    'export type * from "@refunds/sandbox";\n',
  );
  await write("tsconfig.base.json", '{ "extends": "../../../../../../tsconfig.base.json" }');
  await write(
    "tsconfig.json",
    `{ "extends": "./packages/${name}/tsconfig.json", "include": ["packages/${name}/src", "packages/sandbox/src", "program.ts"] }`,
  );
  const load = (path: string) => import(/* @vite-ignore */ new URL(path, folder).href);
  const { [name]: client } = await load(`packages/${name}/src/index.ts`);
  const { [`${name}FetchClient`]: fetchClient } = await load(`packages/${name}/src/fetch.ts`);
  const { simulators } = await load("packages/sandbox/src/generated/simulators.ts");
  const { table } = await load(`packages/${name}/src/table.ts`);
  const { features } = await load(`packages/${name}/src/features.ts`);
  return {
    client,
    fetchClient,
    table,
    features,
    sandbox: () => createSandbox({ simulators: simulators as readonly SimulatorTable[] }),
    async typeErrors(program = "") {
      await write("program.ts", `${program}\nexport {};\n`);
      try {
        const project = fileURLToPath(new URL("tsconfig.json", folder));
        return execFileSync(process.execPath, [tsc, "-p", project], {
          encoding: "utf8",
          stdio: "pipe",
        });
      } catch (error) {
        return String((error as { stdout?: string }).stdout);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
