import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isJournalError, JournalError } from "../src/index.ts";
import { openPostgres, postgresFailures } from "./support/postgres-failures.ts";
import { request, sandbox, shop } from "./support/shop.ts";
import { sqliteFailures } from "./support/sqlite-failures.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A key that takes more room than a journal has left. */
const key = "€".repeat(1000);
const earlier = request("yedpay", "earlier");
const asked = request("ottpay", key, 100);
const refundRequests = () =>
  sandbox.requests.filter(({ operation, arrived }) => operation === "refund" && arrived).length;

const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (outcome) => outcome,
    (error: unknown) => error,
  );

/** An hour later: nobody can be sending any more what was being sent. */
const anHourLater = () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
};

/** The provider's answer, with so much white space that there is no room for it. */
const answering =
  (meanwhile: () => Promise<void>): typeof globalThis.fetch =>
  async (...call) => {
    const answer = await sandbox.fetch(...call);
    if (refundRequests() < 2) return answer;
    await meanwhile();
    const { status, headers } = answer;
    return new Response(`${await answer.text()}${" ".repeat(50_000)}`, { status, headers });
  };

describe.each([
  ["SQLite", sqliteFailures],
  ["Postgres", postgresFailures],
] as const)("%s", (_, failures) => {
  test.each(failures)("%s: %s, nothing is sent, nothing lost", async (_, code, open) => {
    const { journal, fail } = await open();
    const refunds = shop({ journal });
    const before = await refunds.refund(earlier);
    const repair = await fail();
    const requests = sandbox.requests.length;

    const error = await thrown(refunds.refund(asked));
    expect(isJournalError(error)).toBe(true);
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(/^.+: .+\. .+\. Nothing was sent by this call\.$/s),
    });
    expect(sandbox.requests).toHaveLength(requests);

    await repair();
    expect(await refunds.refund(earlier)).toEqual(before);
    expect(sandbox.requests).toHaveLength(requests);
    expect(await refunds.refund(asked)).toMatchObject({ status: "succeeded" });
    expect(refundRequests()).toBe(2);
  });

  test.each(failures)(
    "%s once the request has left: the outcome is told, the key never sends again",
    async (_, _code, open) => {
      const { journal, fail } = await open();
      let repair = async () => {};
      const fetch = answering(async () => {
        repair = await fail();
      });
      const refunds = shop({ journal, fetch, patienceMs: 100 });
      const before = await refunds.refund(earlier);
      const outcome = await refunds.refund(asked);
      expect(outcome).toMatchObject({ status: "succeeded", recorded: false });

      await repair();
      const later = shop({ journal });
      // The last try to store it may have been waiting for a lock, and have gone through after all.
      const { status } = await later.refund(asked);
      expect(status).toMatch(/^(unknown|succeeded)$/);
      expect(await later.refund(earlier)).toEqual(before);
      anHourLater();
      if (status === "unknown") {
        expect(await later.open()).toMatchObject([{ key, status: "unfinished" }]);
      }
      const evidence = { status: "succeeded", by: "Ana, who was told" } as const;
      expect(await later.record(key, evidence)).not.toHaveProperty("recorded");
      expect(await later.refund(asked)).toMatchObject({ status: "succeeded" });
      expect((await later.get(key))?.history.at(-1)).toMatchObject(evidence);
      expect(refundRequests()).toBe(2);
    },
  );
});

describe("Postgres, and a connection that is cut at the COMMIT", () => {
  test.each([
    // Nothing is written, so the key may be sent.
    ["before", "succeeded", 1],
    // It is written as leaving, though nothing left. Somebody has to find that out.
    ["after", "unknown", 0],
  ] as const)("%s it got through, before the request leaves", async (when, status, sent) => {
    const { journal, relay } = await openPostgres();
    const refunds = shop({ journal });
    relay.cutAtCommit(when);
    const error = await thrown(refunds.refund(asked));
    expect(error).toBeInstanceOf(JournalError);
    expect((error as Error).message).toContain("the record may or may not be written");
    expect(sandbox.requests).toEqual([]);
    expect(await refunds.refund(asked)).toMatchObject({ status });
    expect(refundRequests()).toBe(sent);
  });

  test.each(["before", "after"] as const)(
    "%s it got through, with the outcome: it is recorded all the same",
    async (when) => {
      const { journal, relay } = await openPostgres();
      const fetch: typeof globalThis.fetch = async (...call) => {
        const answer = await sandbox.fetch(...call);
        if (refundRequests() > 0) relay.cutAtCommit(when);
        return answer;
      };
      const refunds = shop({ journal, fetch });
      const outcome = await refunds.refund(asked);
      expect(outcome).toMatchObject({ status: "succeeded" });
      expect(outcome).not.toHaveProperty("recorded");
      expect(await refunds.refund(asked)).toEqual(outcome);
      expect((await refunds.get(asked.key))?.history).toHaveLength(2);
      expect(refundRequests()).toBe(1);
    },
  );
});
