/** A provider's client and its simulator. Each provider is a chunk of its own, so that a reader loads only the ones they choose. */
import type { Account } from "refunds";
import type { SimulatorTable } from "../../../packages/sandbox/src/simulator-table.ts";

type Module = Readonly<Record<string, unknown>>;

const clients = import.meta.glob<Module>([
  "../../../packages/*/src/index.ts",
  "!../../../packages/{cli,core,journal,mcp,otel,refunds,sandbox}/src/index.ts",
]);

const tables = import.meta.glob<Module>([
  "../../../packages/sandbox/src/generated/*.ts",
  "!../../../packages/sandbox/src/generated/simulators.ts",
]);

/** Makes a client from its options. */
type Factory = (options: object) => Account;

export interface Loaded {
  readonly factory: Factory;
  readonly table: SimulatorTable;
}

/** @param name - the provider's one word */
export async function loadProvider(name: string): Promise<Loaded> {
  const [client, table] = await Promise.all([
    clients[`../../../packages/${name}/src/index.ts`]?.(),
    tables[`../../../packages/sandbox/src/generated/${name}.ts`]?.(),
  ]);
  if (!client || !table) throw new Error(`There is no provider ${name}.`);
  return { factory: client[name] as Factory, table: table[name] as SimulatorTable };
}
