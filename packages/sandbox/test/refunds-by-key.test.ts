import { describe, expect, test } from "vitest";
import type { SamplePayment } from "../src/simulator-table.ts";
import { merchantOf } from "./fixtures/merchant.ts";
import { hmacTable } from "./fixtures/tables.ts";

const [first, second] = hmacTable.payments as [SamplePayment, SamplePayment];
const part = { ...first, amount: { value: 100, currency: "EUR" } } as const;

describe("an idempotency key", () => {
  test("refunds once, and the same request again gets the first answer", async () => {
    let now = 1_700_000_000_000;
    const { sandbox, write } = await merchantOf(hmacTable, { now: () => now });
    const { url, ...init } = await write("refund", part);
    const answers = [];
    for (let tries = 0; tries < 3; tries++) {
      const answer = await sandbox.fetch(url, init);
      answers.push([answer.status, await answer.text()]);
      now += 60_000;
    }
    expect(answers).toEqual([[201, '{"amount":"1.00"}'], answers[0], answers[0]]);
    expect(sandbox.refunds).toHaveLength(1);
    expect(sandbox.requests.map(({ moved }) => moved)).toEqual([true, false, false]);
    expect(sandbox.requests[1]).toMatchObject({
      situation: "refunded",
      because: "the key was already used, so this repeats the first answer",
    });
  });

  test("refunds once for many concurrent requests", async () => {
    const { sandbox, write } = await merchantOf(hmacTable);
    const { url, ...init } = await write("refund", part);
    await Promise.all(Array.from({ length: 20 }, () => sandbox.fetch(url, init)));
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("refunds once if the first answer is lost", async () => {
    const { sandbox, write } = await merchantOf(hmacTable, {
      faults: [{ nth: 1, fault: "reset_after" }],
    });
    const { url, ...init } = await write("refund", part);
    await expect(sandbox.fetch(url, init)).rejects.toThrow("fetch failed");
    expect((await sandbox.fetch(url, init)).status).toBe(201);
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("cannot be used for another refund", async () => {
    const { sandbox, refund } = await merchantOf(hmacTable);
    const withKey = (subject: SamplePayment) =>
      refund(subject, (request) => ({
        ...request,
        headers: { ...request.headers, "Idempotency-Key": "one" },
      }));
    expect((await withKey(part)).situation).toBe("refunded");
    expect(await withKey(second)).toMatchObject({
      situation: "key_mismatch",
      because: "the key was already used for another refund",
    });
    expect(sandbox.refunds).toHaveLength(1);
    sandbox.reset();
    expect((await withKey(second)).situation).toBe("refunded");
  });
});
