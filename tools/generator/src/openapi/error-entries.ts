/** Documented errors as core looks them up. */
import type { ErrorEntry } from "../core-types.ts";
import type { RawError } from "./document.ts";

/** Codes that mean the same share an entry; errors told by their words come first, since a code alone says less. */
export function errorEntries(errors: readonly RawError[]): ErrorEntry[] {
  const told = errors.filter(({ matchMessage }) => matchMessage);
  const byMeaning = new Map<string, ErrorEntry & { codes: string[] }>();
  for (const { code, matchMessage, reason, money } of errors) {
    if (matchMessage || code === undefined) continue;
    const meaning = `${reason} ${money}`;
    const entry = byMeaning.get(meaning) ?? { codes: [], reason, money };
    entry.codes.push(code);
    byMeaning.set(meaning, entry);
  }
  return [
    ...told.map(({ code, text, reason, money }) => ({
      ...(code !== undefined && { codes: [code] }),
      message: text,
      reason,
      money,
    })),
    ...byMeaning.values(),
  ];
}
