/** Generates the package of a made-up provider into a folder of its own, and loads it. */
import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome, QueryOutcome } from "@refunds/core";
import type { ProviderTable } from "@refunds/core/provider";
import type { SimulatorTable } from "@refunds/sandbox";
import { generate } from "../src/index.ts";

const here = new URL("./", import.meta.url);

interface MadeUpClient {
  check(request: object): object;
  refund(request: object): Promise<Outcome>;
  query(request: object): Promise<QueryOutcome>;
}

export interface MadeUp {
  readonly client: (options: object) => MadeUpClient;
  readonly table: ProviderTable;
  readonly simulators: readonly SimulatorTable[];
  /** The text of a generated file, by its path from the root of the repository. */
  read(path: string): Promise<string>;
  load(path: string): Promise<Record<string, unknown>>;
  /** @throws {Error} with what the compiler says of the package */
  compile(): void;
  remove(): Promise<void>;
}

/** @param name the spec's name in `fixtures/` */
export async function madeUp(name: string): Promise<MadeUp> {
  const folder = new URL(`.generated/${name}/`, here);
  const write = async (path: string, text: string) => {
    const file = new URL(path, folder);
    await mkdir(dirname(fileURLToPath(file)), { recursive: true });
    await writeFile(file, text);
  };
  await rm(folder, { recursive: true, force: true });
  const spec = await readFile(new URL(`fixtures/${name}.yaml`, here), "utf8");
  const files = await generate({
    specs: new Map([[`specs/${name}.yaml`, spec]]),
    existing: new Map(),
  });
  for (const [path, text] of files) await write(path, text);
  // Files that real packages have in addition to the generated ones.
  await write(
    "packages/sandbox/src/simulator-table.ts",
    'export type * from "@refunds/sandbox";\n',
  );
  await write("tsconfig.base.json", '{ "extends": "../../../../../tsconfig.base.json" }');
  await write(
    "tsconfig.json",
    `{ "extends": "./packages/${name}/tsconfig.json", "include": ["packages/${name}/src", "packages/sandbox/src"] }`,
  );
  const load = (path: string) => import(/* @vite-ignore */ new URL(path, folder).href);
  const { [name]: client } = await load(`packages/${name}/src/index.ts`);
  const { table } = await load(`packages/${name}/src/table.ts`);
  const { simulators } = await load("packages/sandbox/src/generated/simulators.ts");
  return {
    client,
    table,
    simulators,
    read: (path) => readFile(new URL(path, folder), "utf8"),
    load,
    compile() {
      const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", here));
      const project = fileURLToPath(new URL("tsconfig.json", folder));
      execFileSync(process.execPath, [tsc, "-p", project], { encoding: "utf8", stdio: "pipe" });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A `fetch` that records requests, and answers with an error that no table knows. */
export function recording() {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    const { method, headers } = request;
    sent.push({
      method,
      url: request.url,
      headers: Object.fromEntries(headers),
      body: await request.text(),
    });
    return new Response("{}", { status: 500 });
  };
  return { fetch, sent };
}
