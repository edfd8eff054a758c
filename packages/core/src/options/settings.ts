import { problemAt } from "../request/request.ts";
import { check } from "../request/value-check.ts";
import type { CredentialSet, ProviderTable } from "../table.ts";
import type { OptionStep } from "./read-with.ts";

/** Reads settings of the account, and credentials that may be left out. Which credentials are given does not depend on them. */
export const readSettings: OptionStep = (draft, wrong) => {
  const { table, values, settings } = draft;
  const all: CredentialSet = Object.assign({}, ...table.credentials);
  for (const [name, { setting, schema, optional, default: standard }] of Object.entries(all)) {
    if (!setting) continue;
    const value = values[name] === undefined ? standard : values[name];
    delete values[name];
    if (value === undefined) {
      if (!optional) wrong(name, "is missing");
      continue;
    }
    const problem = check(schema, value) ?? problemWhereSent(table, name, value);
    if (problem) wrong(name, problem);
    else settings[name] = value as string | number;
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
