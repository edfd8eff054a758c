import type { JournalRecord } from "./record.ts";
import { stateNames } from "./states.ts";

const isText = (value: unknown) => typeof value === "string";
const isWhole = (value: unknown) => Number.isSafeInteger(value);

/** The facade parses the text back into the request. */
function isObjectText(value: unknown): boolean {
  try {
    const parsed = isText(value) && JSON.parse(value as string);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

const isAmountOrAbsent = (value: JournalRecord["amount"]) =>
  value === undefined || (isWhole(value?.value) && isText(value?.currency));

const fields: Readonly<Record<keyof JournalRecord, (value: never) => boolean>> = {
  key: isText,
  account: isText,
  provider: isText,
  sentTo: (value: unknown) => value === undefined || isText(value),
  payment: isText,
  request: isObjectText,
  amount: isAmountOrAbsent,
  refundable: isAmountOrAbsent,
  refundableAt: (value: unknown) => value === undefined || isWhole(value),
  state: (value: unknown) => value === "leaving" || value === "settled",
  attempt: isWhole,
  sendingUntil: isWhole,
  outcome: (value: JournalRecord["outcome"]) =>
    value === undefined || stateNames.includes(value?.status),
  history: (value: JournalRecord["history"]) =>
    Array.isArray(value) &&
    value.every((entry) => isText(entry?.what) && isWhole(entry.at) && isWhole(entry.attempt)),
  openedAt: isWhole,
  changedAt: isWhole,
};

const checks = Object.entries(fields);

/** Why the record is invalid, to follow "because" in a message. Undefined if it is valid. */
export function problemOf(record: JournalRecord): string | undefined {
  for (const [name, holds] of checks) {
    const value = record[name as keyof JournalRecord];
    if (!holds(value as never)) return `its field ${name} is missing or has an invalid value`;
  }
  if (record.state === "settled" && record.outcome === undefined) {
    return "it is settled but has no outcome";
  }
  return undefined;
}
