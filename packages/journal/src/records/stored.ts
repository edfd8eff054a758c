/** A record as text and back: the same for every store, so that all of them keep and refuse the same. */

import { JournalError } from "../journal-error.ts";
import { checksum } from "./checksum.ts";
import { problemOf } from "./readable.ts";
import { type JournalRecord, refundIdOf } from "./record.ts";
import { type RefundState, stateNames, stateOf, states } from "./states.ts";

/**
 * The version of the text. Higher only when a reader of the old one would misunderstand the new one; a field more is
 * no reason, since fields that a reader does not know are kept.
 */
const format = 1;

/** What a store keeps of a record: the whole as text, and beside it what is looked for. */
export interface Stored {
  /** `record.key`, as `searchable`. */
  readonly key: string;
  /** `record.payment`, as `searchable`. */
  readonly payment: string;
  /** `refundIdOf(record)`, as `searchable`; null where the record has none. */
  readonly refundId: string | null;
  /** `leaving`, or the outcome's status. */
  readonly status: RefundState;
  /** Unix milliseconds. */
  readonly openedAt: number;
  /** Unix milliseconds. */
  readonly changedAt: number;
  /** JSON text of the whole record, with its format and checksum. */
  readonly text: string;
}

/** What a store reads back: the text, and the other columns as far as it has them. An absent one is not compared. */
export type StoredRow = { readonly [Column in keyof Stored]?: unknown };

/** The text before the record's own. */
const headOf = (recordText: string): string =>
  `{"format":${format},"sum":"${checksum(recordText)}","record":`;

const headLength = headOf("").length;

const openStates = stateNames.filter((name) => states[name].open);

/** Whether `JournalStore.open()` lists a record, as an SQL condition. SQLite and Postgres use an index for it where the index has the very same words. */
export const isOpenInSql = `status IN ('${openStates.join("', '")}')`;

/** Throws where the record could not be read back as it is. `where` is for that message. */
export function toStored(record: JournalRecord, where: string): Stored {
  let problem = problemOf(record);
  let text = "";
  if (problem === undefined) {
    try {
      text = JSON.stringify(record, onlyData);
    } catch (error) {
      problem = String((error as Error).message);
    }
  }
  if (problem !== undefined) {
    throw new JournalError("unreadable_record", {
      where,
      happened: `the record of key ${JSON.stringify(record.key)} was not written, because ${problem}`,
      advice: "This is a mistake in the program that made the record; report it",
    });
  }
  return { ...columnsOf(record), text: `${headOf(text)}${text}}` };
}

function columnsOf(record: JournalRecord): Omit<Stored, "text"> {
  const refundId = refundIdOf(record);
  return {
    key: searchable(record.key),
    payment: searchable(record.payment),
    refundId: refundId === undefined ? null : searchable(refundId),
    status: stateOf(record),
    openedAt: record.openedAt,
    changedAt: record.changedAt,
  };
}

/**
 * Throws where the row is no record that this version understands, or not the one that was written. `where` is for
 * that message.
 */
export function fromStored(row: StoredRow, where: string): JournalRecord {
  const text = String(row.text);
  let value: { readonly format?: unknown; readonly record?: JournalRecord } | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(where, row, "it is not JSON");
  }
  const written = value?.format;
  if (typeof written === "number" && written > format) {
    throw new JournalError("unreadable_record", {
      where,
      happened: `a record (${JSON.stringify(value?.record?.key)}) was written in format ${written}, and this version reads up to ${format}`,
      advice: "Update @refunds/journal",
    });
  }
  const record = value?.record;
  if (!record || written !== format) throw damaged(where, row, "it has no format");
  if (!text.startsWith(headOf(text.slice(headLength, -1)))) {
    throw damaged(where, row, "its checksum does not match");
  }
  const problem = problemOf(record) ?? differenceOf(row, record);
  if (problem !== undefined) throw damaged(where, row, problem);
  return record;
}

/** A column that is not what the record says: then the row was found, or not found, for the wrong reason. */
function differenceOf(row: StoredRow, record: JournalRecord): string | undefined {
  const columns = Object.entries(columnsOf(record)) as [keyof StoredRow, unknown][];
  const wrong = columns.find(([name, value]) => name in row && row[name] !== value);
  return wrong && `its row has another ${wrong[0]} than the record itself`;
}

const damaged = (where: string, row: StoredRow, problem: string): JournalError => {
  const named = row.key === undefined ? "a record" : `the record of key ${JSON.stringify(row.key)}`;
  return new JournalError("unreadable_record", {
    where,
    happened: `${named} is damaged: ${problem}. It begins ${JSON.stringify(String(row.text).slice(0, 60))}`,
    advice: "Restore the record from a backup; do not delete it, or its key could refund again",
  });
};

/**
 * A text as any database holds and compares it: SQL text may end at a NUL, and lone surrogates are no UTF-8. Different
 * texts stay different, and ordinary ones stay as they are.
 */
export const searchable = (text: string): string =>
  text.replace(
    /[\\\0\p{Surrogate}]/gu,
    (character) => `\\${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** JSON would silently turn these into something else: null, text, or nothing. */
function onlyData(this: unknown, name: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[name];
  const isData =
    typeof original === "object" && original !== null
      ? Array.isArray(original) ||
        [Object.prototype, null].includes(Object.getPrototypeOf(original))
      : original === undefined
        ? !Array.isArray(this)
        : !["function", "symbol", "bigint"].includes(typeof original) &&
          (typeof original !== "number" || Number.isFinite(original));
  if (!isData) throw new TypeError(`its field ${name} is a value that JSON cannot hold`);
  return value;
}
