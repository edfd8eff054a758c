/** Transactions on a server that is current: it accepts writes, and has everything that this process wrote. */
import { isJournalError } from "../journal-error.ts";
import type { Beginning } from "./begin.ts";
import type { LastWrite, LastWrites } from "./last-writes.ts";
import type { Row } from "./row.ts";
import { inTransaction, type Query, type Server } from "./transaction.ts";

export interface CurrentServer {
  readonly server: Server;
  readonly last: LastWrites;
}

/**
 * As `inTransaction()`. Throws a `read_only` or `rolled_back` error if the server is not current.
 * @param beginningOf gets the ids of the rows that its last statement has to find in addition to its own
 */
export async function inCurrentTransaction<Result>(
  { server, last }: CurrentServer,
  beginningOf: (ids: readonly string[]) => Beginning,
  work: (
    query: Query,
    rows: readonly (readonly Row[])[],
    read: Query,
  ) => Promise<{ readonly result: Result; readonly wrote?: LastWrite | undefined }>,
): Promise<Result> {
  last.assertNothingLost();
  let before: readonly LastWrite[] = [];
  let doubt: symbol | undefined;
  // At each attempt, because the one before may have lost its server.
  const begin = () => {
    before = last.all;
    doubt = last.doubt;
    return { ...beginningOf(before.map(({ id }) => id)), mustAcceptWrites: true };
  };
  try {
    const { result, wrote } = await inTransaction(server, begin, (query, rows, read) => {
      last.assertAmong(rows.at(-1) ?? [], before, server.where);
      return work(query, rows, read);
    });
    if (wrote) {
      last.remember(wrote, before);
      last.endDoubt(doubt);
    }
    return result;
  } catch (error) {
    if (isJournalError(error) && error.mayBeWritten) last.raiseDoubt();
    throw error;
  }
}
