import type { LeaseRequest } from "../lease.ts";
import { assertSame, type Checks, type ConformanceOptions, checksOf } from "./check.ts";

const ask = (given: Partial<LeaseRequest> = {}): LeaseRequest => ({
  name: "work",
  holder: "one",
  now: 1000,
  until: 2000,
  ...given,
});

/** A lease has one holder at a time. */
export const leaseChecks = (options: ConformanceOptions) => checksOf(options, checks);

const checks: Checks = {
  "a lease stays with its holder until its time is over": async (another) => {
    const store = await another();
    const held = { holder: "one", until: 2000 };
    assertSame(await store.lease(ask()), held, "a free lease");
    const other = ask({ holder: "two", now: 1999, until: 3000 });
    assertSame(await store.lease(other), held, "the lease before its time is over");
    const taken = { holder: "two", until: 3000 };
    assertSame(await store.lease({ ...other, now: 2000 }), taken, "the lease from then on");
    assertSame(await store.lease(ask({ now: 2500 })), taken, "the lease for the holder before");
    const elsewhere = await store.lease(ask({ name: "other work" }));
    assertSame(elsewhere, held, "a lease with another name");
  },

  "a lease is renewed and released by its holder alone": async (another) => {
    const store = await another();
    await store.lease(ask());
    const renewed = { holder: "one", until: 5000 };
    assertSame(await store.lease(ask({ now: 1500, until: 5000 })), renewed, "the renewed lease");
    const foreign = ask({ holder: "two", now: 1600, until: 1600 });
    assertSame(await store.lease(foreign), renewed, "the lease after another one released it");
    await store.lease(ask({ now: 1700, until: 1700 }));
    const next = await store.lease({ ...foreign, now: 1700, until: 9000 });
    assertSame(next, { holder: "two", until: 9000 }, "the lease after its holder released it");
  },

  "a lease of a clock that was ahead does not last until that time": async (another) => {
    const store = await another();
    const ahead = { holder: "one", until: 1_001_000 };
    await store.lease(ask({ now: 1_000_000, until: ahead.until }));
    const release = ask({ holder: "two", now: 2000, until: 2000 });
    assertSame(await store.lease(release), ahead, "the lease after another one released it");
    const long = ask({ holder: "two", now: 2000, until: 501_500 });
    assertSame(await store.lease(long), ahead, "the lease that one could have asked for");
    const taken = { holder: "two", until: 3000 };
    assertSame(
      await store.lease(ask({ holder: "two", now: 2000, until: 3000 })),
      taken,
      "the lease",
    );
    const soon = ask({ holder: "three", now: 1000, until: 2000 });
    assertSame(await store.lease(soon), taken, "the lease for a clock that is a little behind");
  },

  "a lease keeps its note for the next holder": async (another) => {
    const store = await another();
    await store.lease(ask({ note: "page 7" }));
    const refused = await store.lease(ask({ holder: "two", note: "page 9" }));
    assertSame(refused, { holder: "one", until: 2000, note: "page 7" }, "the lease of one");
    const next = await store.lease(ask({ holder: "two", now: 2000, until: 3000 }));
    assertSame(next, { holder: "two", until: 3000, note: "page 7" }, "the lease of two");
    const later = await store.lease(ask({ holder: "two", now: 2000, until: 3000, note: "" }));
    assertSame(later.note, "", "the note after it was replaced");
  },

  "of many that ask for a lease at once, one gets it": async (another, { shared }) => {
    const stores = [await another()];
    if (shared !== false) stores.push(await another(), await another());
    for (const turn of [1, 2, 3]) {
      const now = turn * 10_000;
      const asked = Array.from({ length: 30 }, (_, at) =>
        stores[at % stores.length]?.lease(ask({ holder: `${turn}/${at}`, now, until: now + 5000 })),
      );
      const holders = new Set((await Promise.all(asked)).map((lease) => lease?.holder));
      assertSame(holders.size, 1, "the number of holders");
    }
  },
};
