import { expect, test } from "vitest";
import { merchantOf } from "./fixtures/merchant.ts";
import { bearerTable, envelopeTable } from "./fixtures/tables.ts";

test("tokens expire by the simulated clock", async () => {
  let now = 1_700_000_000_000;
  const { sandbox } = await merchantOf(bearerTable, { now: () => now });
  const post = (path: string, body: object, headers = {}) =>
    sandbox.fetch(`http://localhost/bearer/v1/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const issued = await post("token", { appId: "sample-app", appKey: "sample-<key>" });
  const { token, until } = await issued.json();
  expect(until).toBe(now + 900_000);
  const refund = async () => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await post("refund", { paymentId: "p-1", cents: "1" }, headers)).status;
  };
  now += 899_999;
  expect(await refund()).toBe(200);
  now += 1;
  expect(await refund()).toBe(401);
});

test("a refund that is interrupted by a reset moves no money", async () => {
  const { sandbox, write } = await merchantOf(envelopeTable);
  const subject = { payment: { orderId: 4923 }, amount: { value: 100, currency: "HKD" } } as const;
  const { url, ...init } = await write("refund", subject);
  let interrupted = 0;
  // Resets at every stage: reading the body, checking the signature, or after the end.
  for (let turns = 0; turns < 40; turns++) {
    const answer = sandbox.fetch(url, init);
    const settled = answer.then(
      () => expect(sandbox.refunds).toEqual([]),
      (error) => {
        expect(error).toMatchObject({ cause: { code: "ECONNRESET" } });
        interrupted += 1;
      },
    );
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    sandbox.reset();
    await settled;
    expect([sandbox.refunds, sandbox.requests]).toEqual([[], []]);
  }
  expect(interrupted).toBeGreaterThan(10);
});
