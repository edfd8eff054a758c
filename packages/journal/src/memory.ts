import { JournalError } from "./journal-error.ts";
import { isGranted, type Lease } from "./lease.ts";
import { allOpen, type ListQuery } from "./list-query.ts";
import { refundIdOf } from "./records/record.ts";
import { columnsOf, storable } from "./records/stored.ts";
import { decideInScope } from "./scope.ts";
import type { FoundRecords, JournalStore } from "./store.ts";
import { type MemoryRow, TimeOrder } from "./time-order.ts";

const where = "The journal in memory";

/** A journal for tests and first steps. It is lost when the process ends. Use SQLite or Postgres where real money moves. */
export function memoryJournal(): JournalStore {
  // Frozen copies: callers cannot change a stored record, and data that another journal could not store is refused here, too.
  const rows = new Map<string, MemoryRow>();
  const inTime = new TimeOrder();
  const keysOfPayment = keyIndex();
  const keysOfRefundId = keyIndex();
  const leases = new Map<string, Lease>();
  let closed = false;

  const read = (keys: Iterable<string>) =>
    [...keys]
      .flatMap((key) => rows.get(key) ?? [])
      .sort((a, b) => a.openedAt - b.openedAt)
      .map(({ record }) => record);

  function assertOpen() {
    if (!closed) return;
    throw new JournalError("unavailable", {
      where,
      happened: "the journal was closed",
      advice: "Call close() only after the last refund has finished",
    });
  }

  async function list(query: ListQuery) {
    assertOpen();
    const found = inTime.find(query, rows.get(query.after?.key ?? ""));
    return found.map(({ record }) => record);
  }

  return {
    // Runs within one turn of the event loop, so no other transaction comes in between.
    async transact(scope, decide) {
      assertOpen();
      const { key, payment, refundId } = scope;
      const row = rows.get(key);
      const before = row?.record;
      // Read only where the decision asks: a payment can have a thousand refunds, and an outcome asks for none of them.
      const found: FoundRecords = {
        record: before,
        get ofPayment() {
          return read(keysOfPayment.get(payment));
        },
        get withRefundId() {
          return read(keysOfRefundId.get(refundId));
        },
      };
      const { write, result } = decideInScope(decide, found, scope);
      if (write) {
        const copy = storable(write, where);
        keysOfPayment.move(key, before?.payment, payment);
        keysOfRefundId.move(key, before && refundIdOf(before), refundIdOf(write));
        const place = row?.place ?? rows.size;
        const next = { ...columnsOf(copy), place, record: copy };
        inTime.put(next, row);
        rows.set(key, next);
      }
      return result;
    },
    async get(key) {
      assertOpen();
      return rows.get(key)?.record;
    },
    list,
    open: () => allOpen({ list }),
    async lease(request) {
      assertOpen();
      const { name, holder, until, note } = request;
      const before = leases.get(name);
      if (before && !isGranted(before, request)) return before;
      const lease = { ...before, holder, until, ...(note !== undefined && { note }) };
      leases.set(name, lease);
      return lease;
    },
    async close() {
      closed = true;
      rows.clear();
      inTime.clear();
      leases.clear();
      keysOfPayment.clear();
      keysOfRefundId.clear();
    },
  };
}

/** An index from a value, such as a payment, to the keys of its records. */
function keyIndex() {
  const keysOf = new Map<string, Set<string>>();
  return {
    get: (value: string | undefined): Iterable<string> =>
      (value === undefined ? undefined : keysOf.get(value)) ?? [],
    move(key: string, from: string | undefined, to: string | undefined) {
      if (from !== undefined) keysOf.get(from)?.delete(key);
      if (to === undefined) return;
      const keys = keysOf.get(to);
      if (keys) keys.add(key);
      else keysOf.set(to, new Set([key]));
    },
    clear: () => keysOf.clear(),
  };
}
