import { beforeEach, describe, expect, test } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { lose } from "./support/lose.ts";
import { names, request, sandbox, shop } from "./support/shop.ts";
import { stores } from "./support/stores.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

/** A fetch that changes the simulator's answer to an operation. An answer without a body gets one. */
const changed =
  (change: (body: string) => string, changing = "refund"): typeof globalThis.fetch =>
  async (...call) => {
    const answer = await sandbox.fetch(...call);
    const { operation } = sandbox.requests.at(-1) ?? {};
    const body = await answer.text();
    const { status, headers } = answer;
    const changedBody = operation === changing ? change(body || '{"a":1}') : body;
    return new Response(changedBody, { status, headers });
  };

const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}${"]}".repeat(depth / 2)}`;
const key = "order-1042-refund-1";
const odd: [string, (body: string) => string][] = [
  ["nested 3,000 deep", (body) => body.replace("{", `{"odd":${nested(3000)},`)],
  ["nested 100,000 deep", (body) => body.replace("{", `{"odd":${nested(100_000)},`)],
  ["with a duplicate name", (body) => body.replace("{", '{"odd":[{"a":1,"\\u0061":1}],')],
];

/** Providers that sign their answers. */
const signing: ReadonlySet<string> = new Set(["alipay", "wechatpay"]);

describe.each(stores)("%s: an answer", (_, open) => {
  describe.each(odd)("%s", (_, change) => {
    test.each(names)("of %s makes the outcome unknown, and it can be settled", async (name) => {
      const journal = await open();
      const refunds = shop({ journal, fetch: changed(change), rawAnswers: true });
      const refundRequest = request(name, key);
      const outcome = await refunds.refund(refundRequest);
      // What was changed has not the signature that the provider gave it, and that is looked at first.
      const expected = signing.has(name) ? "unverified_answer" : "unreadable_answer";
      expect(outcome).toMatchObject({ status: "unknown", because: expected });
      expect(outcome).not.toHaveProperty("recorded");
      expect(outcome).not.toHaveProperty("answer");
      const requests = sandbox.requests.length;

      // Another process gets the recorded outcome, not `unfinished`.
      const later = shop({ journal });
      expect(await later.refund(refundRequest)).toMatchObject({ because: expected });
      expect(sandbox.requests).toHaveLength(requests);
      expect(await later.open()).toMatchObject([{ key, status: "unknown" }]);
      expect(await later.reconcile(key)).toMatchObject({ status: expect.any(String) });
      const by = "Ana, who looked it up";
      if ((await later.open()).length > 0) await later.record(key, { status: "succeeded", by });
      expect(await later.refund(refundRequest)).toMatchObject({ status: "succeeded" });
    });
  });
});

describe.each(odd)("a query's answer %s", (_, change) => {
  test.each(["bbmsl", "ottpay", "yedpay"] as const)(
    "proves nothing about a refund of %s",
    async (name) => {
      const journal = memoryJournal();
      await lose(journal, request(name, "k-1"), true);
      const reading = shop({ journal, fetch: changed(change, "query") });
      expect(await reading.reconcile("k-1")).toMatchObject({
        status: "unknown",
        message: expect.stringContaining("proves nothing"),
      });
      expect(await shop({ journal }).reconcile("k-1")).toMatchObject({ status: "succeeded" });
    },
  );
});
