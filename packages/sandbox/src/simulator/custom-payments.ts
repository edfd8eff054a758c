import { exponentOf, type Schema, toWire } from "@refunds/core/provider";
import { didYouMean } from "../options/nearest.ts";
import { type AddProblem, shown } from "../options/read-named.ts";
import type { SamplePayment, SimulatorTable } from "../simulator-table.ts";
import { schemaProblem } from "./single-value.ts";
import { alwaysPossible } from "./table-check.ts";

/** Your own payments, by provider. */
export type CustomPayments = Readonly<Record<string, readonly SamplePayment[]>>;

/** Replaces the sample payments. An impossible payment would only lead to a strange answer later. */
export function readPayments(
  tables: readonly SimulatorTable[],
  given: unknown,
  wrong: AddProblem,
): readonly SimulatorTable[] {
  if (!isObject(given)) {
    wrong("payments", 'must be an object with one list for each provider: { "<provider>": [] }');
    return tables;
  }
  const known = tables.map(({ provider }) => provider);
  for (const name of Object.keys(given).filter((each) => !known.includes(each))) {
    wrong(
      `payments.${name}`,
      `is not a provider of this sandbox${didYouMean(name, known) || "."} Use one of ${known.join(", ")}`,
    );
  }
  return tables.map((table) => {
    const { provider } = table;
    if (!Object.hasOwn(given, provider)) return table;
    const payments = readList(table, given[provider], (place, problem) =>
      wrong(`payments.${provider}${place}`, problem),
    );
    return { ...table, payments };
  });
}

function readList(table: SimulatorTable, given: unknown, addProblem: AddProblem): SamplePayment[] {
  if (!Array.isArray(given)) {
    addProblem("", "must be a list of payments");
    return [];
  }
  const payments = given.map((each, at) =>
    readPayment(table, each, (place, problem) => addProblem(`[${at}]${place}`, problem)),
  );
  const firstIndexes = new Map<string, number>();
  for (const [at, { payment }] of payments.entries()) {
    for (const [name, id] of Object.entries(payment)) {
      const first = firstIndexes.get(`${name} ${id}`);
      if (first === undefined) firstIndexes.set(`${name} ${id}`, at);
      else addProblem(`[${at}].payment.${name}`, `is ${id}, the same as in [${first}]`);
    }
  }
  return payments;
}

const memberNames = ["payment", "amount", "refunded", "always"];

function readPayment(table: SimulatorTable, given: unknown, addProblem: AddProblem): SamplePayment {
  const members = readMembers(given, memberNames, "", addProblem);
  // The problem is already reported.
  if (!members) return { payment: {}, amount: invalidAmount };
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
        ? "is missing"
        : (schemaProblem(schema, value) ?? (value === "" ? "must not be empty" : undefined));
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
  if (!amount) return invalidAmount;
  const { value, currency } = amount as unknown as SamplePayment["amount"];
  if (!Number.isSafeInteger(value) || value < 1) {
    addProblem(
      ".amount.value",
      `is ${shown(value)}. It must be an integer above 0, in minor units`,
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
    addProblem(".amount", `is ${value} ${currency}, which the provider's format cannot represent`);
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
      `is ${shown(refunded)}. It must be an integer from 0 to amount.value, in minor units`,
    );
  } else if (!partial && refunded !== 0 && refunded !== all) {
    addProblem(
      ".refunded",
      `is ${refunded}. It must be 0 or amount.value, because ${provider} has no partial refunds`,
    );
  }
}

/** All identifiers of a payment, with their schemas. */
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

/** Reads the members of an object; undefined if it is not an object. */
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
      addProblem(`${place}.${name}`, `is unknown. Use ${names.join(", ")}`);
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

/** Used in place of an amount that is invalid. */
const invalidAmount: SamplePayment["amount"] = { value: Number.NaN, currency: "XXX" as never };
