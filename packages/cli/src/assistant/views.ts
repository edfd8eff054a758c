/** What an assistant gets to see: plain data, in which text from outside cannot pass for anything else. */
import { printable } from "../output/table.ts";

/** Text that comes from outside ends somewhere. */
const longestText = 2000;

/**
 * A copy without control characters, and without the members `hidden`. Providers' whole answers are hidden: they may hold
 * personal data, and anyone who can write into them would speak to the assistant.
 */
export function plain(value: unknown, hidden: readonly string[] = ["raw", "answer"]): unknown {
  if (typeof value === "string") return textOf(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => plain(each, hidden));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !hidden.includes(name))
      .map(([name, member]) => [textOf(name), plain(member, hidden)]),
  );
}

const textOf = (text: string): string =>
  printable(text.length > longestText ? `${text.slice(0, longestText)} (cut)` : text);
