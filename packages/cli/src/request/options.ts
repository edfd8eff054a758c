/** Options that several commands have. Each function throws the message that the command prints. */
import { InvalidArgumentError } from "commander";

/** Called once for each `name=value`, with those read so far. */
export function pair(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = text.indexOf("=");
  const name = text.slice(0, at);
  if (at < 1) throw new InvalidArgumentError("Must be name=value.");
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`${name} is given twice.`);
  return { ...before, [name]: text.slice(at + 1) };
}

/** `10.50 EUR` */
export function money(text: string): { readonly amount: string; readonly currency: string } {
  const [, amount, currency] = /^(\S+) ([A-Z]{3})$/.exec(text) ?? [];
  if (amount === undefined || currency === undefined) {
    throw new InvalidArgumentError('Must be a decimal and its currency, such as "10.50 EUR".');
  }
  return { amount, currency };
}

/** A person or a service, for the history. */
export function author(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Must be a name.");
  return text;
}

export function countNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < 1) {
    throw new InvalidArgumentError("Must be an integer above 0.");
  }
  return number;
}

/** Each of them takes memory at once, whether there is work for it or not. */
export function concurrencyNumber(text: string): number {
  const number = countNumber(text);
  if (number > 1000) throw new InvalidArgumentError("Must be at most 1000.");
  return number;
}
