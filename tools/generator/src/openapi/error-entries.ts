/** Documented errors as core looks them up. */
import type { ErrorEntry } from "../core-types.ts";
import type { RawError } from "./document.ts";

/** Codes with the same meaning share an entry. Errors that are recognised by their message come first. */
export function errorEntries(errors: readonly RawError[]): ErrorEntry[] {
  const told = errors.filter(({ matchMessage }) => matchMessage);
  const byMeaning = new Map<string, ErrorEntry & { codes: string[] }>();
  for (const error of errors) {
    if (error.matchMessage || error.code === undefined) continue;
    const meaning = JSON.stringify([error.at, meaningOf(error)]);
    const entry = byMeaning.get(meaning) ?? { codes: [], ...placeOf(error), ...meaningOf(error) };
    entry.codes.push(error.code);
    byMeaning.set(meaning, entry);
  }
  return [
    ...told.map((error) => ({
      ...(error.code !== undefined && { codes: [error.code], ...placeOf(error) }),
      message: error.text,
      ...(typeof error.matchMessage === "string" && { match: error.matchMessage }),
      ...meaningOf(error),
    })),
    ...byMeaning.values(),
  ];
}

const placeOf = ({ at }: RawError) => ({ ...(at !== undefined && { at }) });

const meaningOf = ({ reason, money, repeat }: RawError) => ({
  ...(reason !== "unspecified" && { reason }),
  ...(money === "unknown" && { money: "unknown" as const }),
  ...(repeat && { repeat }),
});
