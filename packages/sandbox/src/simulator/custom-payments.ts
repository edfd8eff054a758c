import { exponentOf, type Schema, toWire } from "@refunds/core/provider";
import type { SamplePayment, SimulatorTable } from "../simulator-table.ts";
import { alwaysPossible } from "./table-check.ts";
import { schemaProblem } from "./values.ts";

/** Payments of the caller's own, by provider. */
export type CustomPayments = Readonly<Record<string, readonly SamplePayment[]>>;

/** Throws where they are not one list for each of some providers. */
export function assertByProvider(given: unknown): asserts given is CustomPayments {
  if (!isObject(given)) {
    throw new Error(
      'payments must be an object with a list for each provider: { "<provider>": [] }',
    );
  }
}

/**
 * Puts payments of the caller's own in place of the samples. Throws an error that names everything wrong with them: what
 * a provider could never have would only show later, as a strange answer.
 */
export function withPayments(table: SimulatorTable, given: CustomPayments): SimulatorTable {
  if (!Object.hasOwn(given, table.provider)) return table;
  const problems: string[] = [];
  const payments = readPayments(table, given[table.provider], (place, problem) =>
    problems.push(`payments.${table.provider}${place} ${problem}`),
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return { ...table, payments };
}

type AddProblem = (place: string, problem: string) => void;

function readPayments(
  table: SimulatorTable,
  given: unknown,
  addProblem: AddProblem,
): SamplePayment[] {
  if (!Array.isArray(given)) {
    addProblem("", "must be a list of payments");
    return [];
  }
  const payments = given.map((each, at) =>
    readPayment(table, each, (place, problem) => addProblem(`[${at}]${place}`, problem)),
  );
  const seen = new Map<string, number>();
  for (const [at, { payment }] of payments.entries()) {
    for (const [name, id] of Object.entries(payment)) {
      const before = seen.get(`${name} ${id}`);
      if (before === undefined) seen.set(`${name} ${id}`, at);
      else addProblem(`[${at}].payment.${name}`, `is ${id}, and so is that of [${before}]`);
    }
  }
  return payments;
}

const parts = ["payment", "amount", "refunded", "always"];

function readPayment(table: SimulatorTable, given: unknown, addProblem: AddProblem): SamplePayment {
  const members = readMembers(given, parts, "", addProblem);
  // What is wrong with it as a whole has been said.
  if (!members) return { payment: {}, amount: none };
  const { refunded, always } = members as Partial<SamplePayment>;
  const payment = readIdentifiers(table, members.payment, addProblem);
  const amount = readAmount(table, members.amount, addProblem);
  readRefunded(table, refunded, amount.value, addProblem);
  const situations = alwaysPossible(table);
  if (always !== undefined && !situations.includes(always)) {
    addProblem(".always", `is ${shown(always)}. It must be one of ${situations.join(", ")}`);
  }
  return {
    payment,
    amount,
    ...(refunded !== undefined && { refunded }),
    ...(always !== undefined && { always }),
  };
}

function readIdentifiers(
  table: SimulatorTable,
  given: unknown,
  addProblem: AddProblem,
): SamplePayment["payment"] {
  const schemas = identifiersOf(table);
  const ids = readMembers(given, [...schemas.keys()], ".payment", addProblem);
  if (!ids) return {};
  for (const [name, schema] of schemas) {
    const value = ids[name];
    const problem =
      value === undefined
        ? "is missing: the provider's answers have it"
        : (schemaProblem(schema, value) ?? (value === "" ? "is empty" : undefined));
    if (problem !== undefined) addProblem(`.payment.${name}`, problem);
  }
  return ids as SamplePayment["payment"];
}

function readAmount(
  { operations, answers }: SimulatorTable,
  given: unknown,
  addProblem: AddProblem,
): SamplePayment["amount"] {
  const amount = readMembers(given, ["value", "currency"], ".amount", addProblem);
  if (!amount) return none;
  const { value, currency } = amount as unknown as SamplePayment["amount"];
  if (!Number.isSafeInteger(value) || value < 1) {
    addProblem(
      ".amount.value",
      `is ${shown(value)}. It must be a whole number of minor units, above 0`,
    );
  }
  if (typeof currency !== "string" || exponentOf(currency) === undefined) {
    addProblem(
      ".amount.currency",
      `is ${shown(currency)}. It must be an ISO 4217 code, such as EUR`,
    );
    return { value, currency };
  }
  const formats = [...operations.refund.send, ...Object.values(answers).flatMap((_) => _.fill)];
  const unwritten = formats.find(
    ({ money }) => money && toWire({ value, currency }, money) === undefined,
  );
  if (Number.isSafeInteger(value) && unwritten) {
    addProblem(".amount", `is ${value} ${currency}, which the provider cannot write`);
  }
  return { value, currency };
}

function readRefunded(
  { partial, provider }: SimulatorTable,
  refunded: unknown,
  all: number,
  addProblem: AddProblem,
): void {
  if (refunded === undefined) return;
  const fits =
    Number.isSafeInteger(refunded) && (refunded as number) >= 0 && !((refunded as number) > all);
  if (!fits) {
    addProblem(
      ".refunded",
      `is ${shown(refunded)}. It must be minor units, from 0 up to amount.value`,
    );
  } else if (!partial && refunded !== 0 && refunded !== all) {
    addProblem(
      ".refunded",
      `is ${refunded}. ${provider} refunds all of a payment or nothing of it`,
    );
  }
}

/** Every identifier that a payment has, and what its value must be. */
function identifiersOf({ operations, payments }: SimulatorTable): Map<string, Schema> {
  const { refund, query } = operations;
  const schemas = new Map<string, Schema>();
  for (const name of payments.flatMap(({ payment }) => Object.keys(payment))) {
    schemas.set(name, { type: ["string", "integer"] });
  }
  for (const { from, schema } of [...(query?.send ?? []), ...refund.send]) {
    if (from.startsWith("payment.")) schemas.set(from.slice("payment.".length), schema);
  }
  return schemas;
}

/** The members of an object, one by one; undefined where it is none. */
function readMembers(
  given: unknown,
  names: readonly string[],
  place: string,
  addProblem: AddProblem,
): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(given)) {
    addProblem(place, `must be an object with ${names.join(", ")}`);
    return undefined;
  }
  for (const name of Object.keys(given)) {
    if (!names.includes(name))
      addProblem(`${place}.${name}`, `is unknown. There are ${names.join(", ")}`);
  }
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Stands in for an amount that is none. */
const none: SamplePayment["amount"] = { value: Number.NaN, currency: "XXX" as never };

const shown = (value: unknown): string =>
  value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
