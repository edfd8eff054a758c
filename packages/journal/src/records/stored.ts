/** Converts records to stored text and back. All stores share it, so they all accept and refuse the same records. */

import { JournalError } from "../journal-error.ts";
import { checksum } from "./checksum.ts";
import { plainCopy } from "./plain-copy.ts";
import { problemOf } from "./readable.ts";
import { type JournalRecord, refundIdOf } from "./record.ts";
import { openStates, type RefundState, stateOf } from "./states.ts";

/**
 * The version of the text format. Increase it only if an older reader would misread the new text. A new field is not a
 * reason: readers keep unknown fields.
 */
const format = 1;

/** The columns that a store keeps for a record: the record as text, and the values to search by. */
export interface Stored {
  /** `record.key`, encoded by `searchable()`. */
  readonly key: string;
  /** `record.payment`, encoded by `searchable()`. */
  readonly payment: string;
  /** `refundIdOf(record)`, encoded by `searchable()`. Null if the record has none. */
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

/** The columns that a store reads back. Absent columns are not checked against the record. */
export type StoredRow = { readonly [Column in keyof Stored]?: unknown };

/** The text in front of the record's own JSON. */
const headOf = (recordText: string): string =>
  `{"format":${format},"sum":"${checksum(recordText)}","record":`;

const headLength = headOf("").length;

/** SQL condition for open records. */
export const isOpenInSql = `status IN ('${openStates.join("', '")}')`;

/** Throws an `unreadable_record` error if the record could not be read back unchanged. `where` is used in its message. */
export function toStored(record: JournalRecord, where: string): Stored {
  const { key, account, provider, ...rest } = storable(record, where);
  // In this order, because the databases find the account by what is around it: see account-text.ts.
  const text = JSON.stringify({ key, account, provider, ...rest });
  return { ...columnsOf(record), text: `${headOf(text)}${text}}` };
}

/** A frozen copy of the record. Throws an `unreadable_record` error if it could not be read back unchanged. */
export function storable(record: JournalRecord, where: string): JournalRecord {
  let problem = problemOf(record);
  if (problem === undefined) {
    try {
      return plainCopy(record, "record");
    } catch (error) {
      problem = String((error as Error).message);
    }
  }
  throw new JournalError("unreadable_record", {
    where,
    happened: `the record of key ${JSON.stringify(record.key)} was not written, because ${problem}`,
    advice: "This is a bug in the program that made the record; report it",
  });
}

/** The values of a record to search by. */
type Columns = Omit<Stored, "text">;

function columnsOf(record: JournalRecord): Columns {
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
 * Throws an `unreadable_record` error if this version cannot read the row, or if the row is not the one that was written.
 * `where` is used in its message.
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
  if (!record || written !== format) throw damaged(where, row, "its format is missing or invalid");
  if (!text.startsWith(headOf(text.slice(headLength, -1)))) {
    throw damaged(where, row, "its checksum does not match");
  }
  const problem = problemOf(record) ?? differenceOf(row, record);
  if (problem !== undefined) throw damaged(where, row, problem);
  return record;
}

/** Compares the columns with the record. Where they differ, searches find the wrong rows. */
function differenceOf(row: StoredRow, record: JournalRecord): string | undefined {
  const columns = Object.entries(columnsOf(record)) as [keyof StoredRow, unknown][];
  const wrong = columns.find(([name, value]) => name in row && row[name] !== value);
  return wrong && `its column ${wrong[0]} differs from the record`;
}

const damaged = (where: string, row: StoredRow, problem: string): JournalError => {
  const named = row.key === undefined ? "a record" : `the record of key ${JSON.stringify(row.key)}`;
  return new JournalError("unreadable_record", {
    where,
    happened: `${named} is damaged: ${problem}. It begins ${JSON.stringify(String(row.text).slice(0, 60))}`,
    advice: "Restore the record from a backup. Do not delete it: its key could refund again",
  });
};

/**
 * Encodes a text so that every database stores and compares it exactly: NUL can end an SQL text, and lone surrogates are
 * not valid UTF-8. Different texts stay different. Texts without NUL, lone surrogates and backslashes stay unchanged.
 */
export const searchable = (text: string): string =>
  text.replace(
    /[\\\0\p{Surrogate}]/gu,
    (character) => `\\${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
