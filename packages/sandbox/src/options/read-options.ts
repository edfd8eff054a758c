import type { SandboxOptions } from "../sandbox.ts";
import { readPayments } from "../simulator/custom-payments.ts";
import type { SimulatorTable } from "../simulator-table.ts";
import { readFaults } from "./read-faults.ts";
import {
  type AddProblem,
  checkFunctions,
  checkMs,
  notOneOf,
  readAll,
  readNamed,
  shown,
} from "./read-named.ts";
import { readNotify } from "./read-notify.ts";

const names: readonly (keyof SandboxOptions)[] = [
  ...(["providers", "simulators", "payments", "notify", "finishAfterMs", "faults"] as const),
  ...(["dripMs", "now", "uniqueIds", "onRequest", "onFault"] as const),
];

/** Checked options, and the tables of the chosen providers with their payments. */
export type Settings = Omit<SandboxOptions, "providers" | "simulators" | "payments"> & {
  readonly chosen: readonly SimulatorTable[];
};

/** @throws {RefundError} `invalid_options` that lists every problem */
export const readOptions = (tables: readonly SimulatorTable[], given: unknown): Settings =>
  readAll((wrong) => {
    const options = readNamed<SandboxOptions>(given, names, "", wrong);
    const { providers, payments, notify, faults, uniqueIds, ...rest } = options;
    const chosen = choose(tables, providers, wrong);
    const known = chosen.map(({ provider }) => provider);
    checkMs({ ...rest }, "", ["dripMs", "finishAfterMs"], wrong);
    checkFunctions({ ...rest }, "", ["now", "onRequest", "onFault"], wrong);
    if (uniqueIds !== undefined && typeof uniqueIds !== "boolean") {
      wrong("uniqueIds", `is ${shown(uniqueIds)}. It must be true or false`);
    }
    return {
      ...rest,
      ...(uniqueIds !== undefined && { uniqueIds }),
      ...(notify !== undefined && { notify: readNotify(notify, wrong) }),
      ...(faults !== undefined && { faults: readFaults(faults, known, wrong) }),
      chosen: payments === undefined ? chosen : readPayments(chosen, payments, wrong),
    };
  });

function choose(
  tables: readonly SimulatorTable[],
  providers: unknown,
  wrong: AddProblem,
): readonly SimulatorTable[] {
  if (providers === undefined) return tables;
  const known = tables.map(({ provider }) => provider);
  if (!Array.isArray(providers)) {
    wrong(
      "providers",
      `is ${shown(providers)}. It must be a list of names, such as ["${known[0]}"]`,
    );
    return tables;
  }
  for (const [at, name] of providers.entries()) {
    if (!known.includes(name)) wrong(`providers[${at}]`, notOneOf(name, known));
  }
  return tables.filter(({ provider }) => providers.includes(provider));
}
