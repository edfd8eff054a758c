/** A cached answer looks like a success, but it has the refund id of another refund. */
import { beforeEach, describe, expect, test } from "vitest";
import { request, sandbox, shop } from "./support/shop.ts";
import { stores } from "./support/stores.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

describe.each(stores)("over %s", (_, open) => {
  test("a refund id that another key already has needs review, and is not a success", async () => {
    const journal = await open();
    // Like a framework's patched fetch: it returns the first answer for every request to the same URL.
    const answers = new Map<string, Response>();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const answer = answers.get(url) ?? (await sandbox.fetch(input, init));
      answers.set(url, answer.clone());
      return answer;
    };
    const refunds = shop({ journal, fetch });
    const refundRequest = request("ottpay", "a", 100);
    const first = await refunds.refund(refundRequest);
    expect(first).toMatchObject({ status: "succeeded", refundId: expect.any(String) });
    const second = await refunds.refund({ ...request("ottpay", "b", 100, 1) });
    expect(second).toMatchObject({
      status: "needs_review",
      because: "refund_id_reused",
      contradictions: [{ field: "refundId", at: 'key "a"' }],
      raw: { status: 200 },
    });
    expect(sandbox.refunds).toHaveLength(1);
    expect(await refunds.refund(request("ottpay", "b", 100, 1))).toEqual(second);
    expect(await refunds.open()).toMatchObject([{ key: "b", blocksPayment: true }]);
  });
});
