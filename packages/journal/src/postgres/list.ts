/** Lists records. Each filter has an index, so a page costs the same in a small and a large journal. */
import { type ListQuery, statesOf, timesOf } from "../list-query.ts";
import { accountText, endOfAccount, startOfAccount } from "../records/account-text.ts";
import { idOf } from "./locks.ts";
import { columns } from "./row.ts";

/** The account of a row. */
const account = `split_part(split_part(record, '${endOfAccount}', 1), '${startOfAccount}', 2)`;

/** A number for a text of any length, because an index cannot hold very long texts. */
const hashOf = (text: string) => `hashtextextended(${text}, 0)`;

/** What the index holds. Postgres uses it only where the expression is the same. */
export const accountHash = hashOf(account);

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Send it before `listStatement()`. Where the statistics are old or missing, Postgres expects few records and sorts all of them.
 * In the order of an index, it reads no more than the page.
 */
export const inIndexOrder =
  "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off";

/** The statement that reads one page. Undefined if nothing can match. */
export function listStatement(table: string, query: ListQuery): Statement | undefined {
  const states = statesOf(query);
  if (states.length === 0) return undefined;
  const values: unknown[] = [];
  const placed = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const { from, to } = timesOf(query);
  const { after } = query;
  const conditions = [`opened_at BETWEEN ${placed(from, "bigint")} AND ${placed(to, "bigint")}`];
  if (query.account !== undefined) {
    const text = placed(accountText(query.account), "text");
    conditions.push(`${accountHash} = ${hashOf(text)} AND ${account} = ${text}`);
  }
  const [direction, beyond] = query.order === "oldest" ? ["ASC", ">"] : ["DESC", "<"];
  if (after) {
    const [at, id] = [placed(after.openedAt, "bigint"), placed(idOf(after.key), "text")];
    conditions.push(`(opened_at, id) ${beyond} (${at}, ${id})`);
  }
  const end = `ORDER BY opened_at ${direction}, id ${direction} LIMIT ${placed(query.limit, "bigint")}`;
  const select = (condition: string) =>
    `SELECT ${columns} FROM ${table} WHERE ${conditions.join(" AND ")} AND ${condition} ${end}`;
  if (query.payment !== undefined) {
    const payment = `payment_id = ${placed(idOf(query.payment), "text")}`;
    return { text: select(`${payment} AND status IN ('${states.join("', '")}')`), values };
  }
  // One part for each state: each is already in order in an index, and Postgres merges them as far as the page goes.
  const parts = states.map((state) => `(${select(`status = '${state}'`)})`);
  return { text: `SELECT * FROM (${parts.join(" UNION ALL ")}) AS page ${end}`, values };
}
