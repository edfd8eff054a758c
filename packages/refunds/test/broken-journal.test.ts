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

/** A key that needs more space than a full journal has left. */
const key = "€".repeat(1000);
const earlier = request("yedpay", "earlier");
const refundRequest = request("ottpay", key, 100);
const refundRequests = () =>
  sandbox.requests.filter(({ operation, arrived }) => operation === "refund" && arrived).length;

const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (outcome) => outcome,
    (error: unknown) => error,
  );

/** Advances the clock by an hour, so that no process can still be sending. */
const anHourLater = () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
};

/** The provider's answer, with so much white space that a full journal cannot store it. */
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
  test.each(failures)("%s: %s, nothing is sent and nothing is lost", async (_, code, open) => {
    const { journal, fail } = await open();
    const refunds = shop({ journal });
    const before = await refunds.refund(earlier);
    const repair = await fail();
    const requests = sandbox.requests.length;

    const error = await thrown(refunds.refund(refundRequest));
    expect(isJournalError(error)).toBe(true);
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(/^.+: .+\. .+\. Nothing was sent by this call\.$/s),
    });
    expect(sandbox.requests).toHaveLength(requests);

    await repair();
    expect(await refunds.refund(earlier)).toEqual(before);
    expect(sandbox.requests).toHaveLength(requests);
    expect(await refunds.refund(refundRequest)).toMatchObject({ status: "succeeded" });
    expect(refundRequests()).toBe(2);
  });

  test.each(failures)(
    "%s after the request was sent: the outcome is returned, and the key is never sent again",
    async (_, _code, open) => {
      const { journal, fail } = await open();
      let repair = async () => {};
      const fetch = answering(async () => {
        repair = await fail();
      });
      const refunds = shop({ journal, fetch, patienceMs: 100 });
      const before = await refunds.refund(earlier);
      const outcome = await refunds.refund(refundRequest);
      expect(outcome).toMatchObject({ status: "succeeded", recorded: false });

      await repair();
      const later = shop({ journal });
      // The last attempt to store it may have waited for a lock and then succeeded.
      const { status } = await later.refund(refundRequest);
      expect(status).toMatch(/^(unknown|succeeded)$/);
      expect(await later.refund(earlier)).toEqual(before);
      anHourLater();
      if (status === "unknown") {
        expect(await later.open()).toMatchObject([{ key, status: "unfinished" }]);
      }
      const evidence = { status: "succeeded", by: "Ana, from the log" } as const;
      expect(await later.record(key, evidence)).not.toHaveProperty("recorded");
      expect(await later.refund(refundRequest)).toMatchObject({ status: "succeeded" });
      expect((await later.get(key))?.history.at(-1)).toMatchObject(evidence);
      expect(refundRequests()).toBe(2);
    },
  );
});

describe("Postgres, with a connection that breaks at the COMMIT", () => {
  test.each([
    // Nothing was written, so the refund can be sent.
    ["before", "succeeded", 1],
    // The record says `leaving`, although nothing was sent, so the outcome is unknown.
    ["after", "unknown", 0],
  ] as const)("%s it arrives, before the request is sent", async (when, status, sent) => {
    const { journal, relay } = await openPostgres();
    const refunds = shop({ journal });
    relay.cutAtCommit(when);
    const error = await thrown(refunds.refund(refundRequest));
    expect(error).toBeInstanceOf(JournalError);
    expect((error as Error).message).toContain("the record may or may not be written");
    expect(sandbox.requests).toEqual([]);
    expect(await refunds.refund(refundRequest)).toMatchObject({ status });
    expect(refundRequests()).toBe(sent);
  });

  test.each(["before", "after"] as const)(
    "%s it arrives, while the outcome is written: the outcome is recorded",
    async (when) => {
      const { journal, relay } = await openPostgres();
      const fetch: typeof globalThis.fetch = async (...call) => {
        const answer = await sandbox.fetch(...call);
        if (refundRequests() > 0) relay.cutAtCommit(when);
        return answer;
      };
      const refunds = shop({ journal, fetch });
      const outcome = await refunds.refund(refundRequest);
      expect(outcome).toMatchObject({ status: "succeeded" });
      expect(outcome).not.toHaveProperty("recorded");
      expect(await refunds.refund(refundRequest)).toEqual(outcome);
      expect((await refunds.get(refundRequest.key))?.history).toHaveLength(2);
      expect(refundRequests()).toBe(1);
    },
  );
});
