/** Lists records. Each filter has an index, so a page costs the same in a small and a large journal. */
import type { DatabaseSync } from "node:sqlite";
import { JournalError } from "../journal-error.ts";
import { type ListPosition, type ListQuery, statesOf, timesOf } from "../list-query.ts";
import { accountText, endOfAccount, startOfAccount } from "../records/account-text.ts";
import { stateNames } from "../records/states.ts";
import { searchable } from "../records/stored.ts";
import { restoreAdvice } from "./error.ts";
import { rowColumns } from "./row.ts";

const start = `instr(record, '${startOfAccount}')`;
const end = `instr(record, '${endOfAccount}')`;
const skipped = startOfAccount.length;

/** The account of a row. SQLite uses an index on it only where the text of the expression is identical. */
export const accountInSql = `substr(record, ${start} + ${skipped}, ${end} - ${start} - ${skipped})`;

type Rows = ReturnType<ReturnType<DatabaseSync["prepare"]>["all"]>;

export function listRows(database: DatabaseSync, query: ListQuery, file: string): Rows {
  const states = statesOf(query);
  if (states.length === 0) return [];
  const { from, to } = timesOf(query);
  const { account, payment, after, limit } = query;
  const values = {
    from,
    to,
    limit,
    ...(account !== undefined && { account: accountText(account) }),
    ...(payment !== undefined && { payment: searchable(payment) }),
    ...(after && { openedAt: after.openedAt, after: placeOf(database, after, file) }),
  };
  const [direction, beyond] = query.order === "oldest" ? ["ASC", ">"] : ["DESC", "<"];
  // Without statistics, SQLite may choose an index that leaves most of the work to be done row by row.
  const index =
    payment !== undefined
      ? "refund_payment"
      : account === undefined
        ? "refund_status"
        : "refund_account";
  const select = `SELECT ${rowColumns}, rowid AS place FROM refund INDEXED BY ${index} WHERE opened_at BETWEEN $from AND $to
    ${account === undefined ? "" : `AND ${accountInSql} = $account`}
    ${after ? `AND (opened_at, rowid) ${beyond} ($openedAt, $after)` : ""}`;
  // One part for each state: each is already in order in an index, and SQLite merges them as far as the page goes.
  const parts =
    payment === undefined
      ? states.map((state) => `${select} AND status = '${state}'`)
      : [`${select} AND payment = $payment AND status IN ('${states.join("', '")}')`];
  const sql = `${parts.join(" UNION ALL ")} ORDER BY opened_at ${direction}, place ${direction} LIMIT $limit`;
  return database.prepare(sql).all(values);
}

/** Null for a refund that the journal does not have, as after a restored backup. */
function placeOf(database: DatabaseSync, position: ListPosition, file: string) {
  const { openedAt } = position;
  const key = searchable(position.key);
  const found = database.prepare("SELECT rowid AS place FROM refund WHERE key = ?").get(key);
  if (found) return Number(found.place);
  const byTime = `SELECT 1 FROM refund INDEXED BY refund_status
    WHERE status IN ('${stateNames.join("', '")}') AND opened_at = ? AND key = ?`;
  if (!database.prepare(byTime).get(openedAt, key)) return null;
  throw new JournalError("corrupt", {
    where: file,
    happened: `the index of keys lacks ${JSON.stringify(key)}, so the list cannot continue`,
    advice: restoreAdvice,
  });
}
