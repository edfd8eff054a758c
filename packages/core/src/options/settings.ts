import { problemAt } from "../request/request.ts";
import { check } from "../request/value-check.ts";
import type { CredentialSet, ProviderTable } from "../table.ts";
import type { OptionStep } from "./read-with.ts";

/** Reads settings of the account, and credentials that may be left out. Which credentials are given does not depend on them. */
export const readSettings: OptionStep = (draft, wrong) => {
  const { table, values, settings } = draft;
  const all: CredentialSet = Object.assign({}, ...table.credentials);
  for (const [name, option] of Object.entries(all)) {
    const { setting, schema, optional, rotates, default: standard } = option;
    if (!setting) continue;
    const value = values[name] === undefined ? standard : values[name];
    delete values[name];
    if (value === undefined) {
      if (!optional) wrong(name, "is missing");
      continue;
    }
    const isList = rotates === true && Array.isArray(value);
    const each: unknown[] = isList ? [...value] : [value];
    const problem = each
      .map((one) =>
        one === "" && !schema.enum
          ? "must not be empty"
          : (check(schema, one) ?? problemWhereSent(table, name, one)),
      )
      .find((message) => message !== undefined);
    if (each.length === 0) wrong(name, "must not be an empty list");
    else if (problem) wrong(name, isList ? `has an entry that ${problem}` : problem);
    else settings[name] = (isList ? each : value) as string | number | string[];
  }
  const credentials = table.credentials.map((set) =>
    Object.fromEntries(Object.entries(set).filter(([, { setting }]) => !setting)),
  );
  draft.table = { ...table, credentials };
};

function problemWhereSent(
  { refund, query, token }: ProviderTable,
  name: string,
  value: unknown,
): string | undefined {
  return [refund, query, token]
    .flatMap((operation) => operation?.send ?? [])
    .filter(({ from }) => from === `credentials.${name}`)
    .map(({ to }) => problemAt(to, value))
    .find((message) => message !== undefined);
}
