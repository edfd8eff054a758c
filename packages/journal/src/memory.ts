import { JournalError } from "./journal-error.ts";
import { isGranted, type Lease } from "./lease.ts";
import { allOpen, type ListQuery } from "./list-query.ts";
import { MemoryRows } from "./memory-rows.ts";
import { decideInScope } from "./scope.ts";
import type { JournalStore } from "./store.ts";

const where = "The journal in memory";

/** A journal for tests and first steps. It is lost when the process ends. Use SQLite or Postgres where real money moves. */
export function memoryJournal(): JournalStore {
  let rows: MemoryRows | undefined = new MemoryRows();
  const leases = new Map<string, Lease>();

  function opened(): MemoryRows {
    if (rows) return rows;
    throw new JournalError("unavailable", {
      where,
      happened: "the journal was closed",
      advice: "Call close() only after the last refund has finished",
    });
  }

  const list = async (query: ListQuery) => opened().list(query);

  return {
    // Runs within one turn of the event loop, so no other transaction comes in between.
    async transact(scope, decide) {
      const stored = opened();
      const { write, result } = decideInScope(decide, stored.find(scope), scope);
      if (write) stored.put(write, where);
      return result;
    },
    get: async (key) => opened().get(key),
    list,
    open: () => allOpen({ list }),
    async lease(request) {
      opened();
      const { name, holder, until, note } = request;
      const before = leases.get(name);
      if (before && !isGranted(before, request)) return before;
      const lease = { ...before, holder, until, ...(note !== undefined && { note }) };
      leases.set(name, lease);
      return lease;
    },
    async close() {
      rows = undefined;
      leases.clear();
    },
  };
}
