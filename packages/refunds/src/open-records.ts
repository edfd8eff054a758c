import { type JournalRecord, type JournalStore, openStates } from "@refunds/journal";

/** How many records to read at a time. */
const pageSize = 200;

/** The records of open refunds, oldest first. Reads page by page, as far as they are taken. */
export async function* openRecords(store: JournalStore): AsyncGenerator<JournalRecord> {
  for (let after: JournalRecord | undefined; ; ) {
    const page = await store.list({
      states: openStates,
      order: "oldest",
      limit: pageSize,
      ...(after && { after }),
    });
    yield* page;
    after = page.at(-1);
    if (page.length < pageSize || !after) return;
  }
}
