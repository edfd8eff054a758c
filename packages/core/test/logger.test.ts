import { expect, test } from "vitest";
import { acorn, acornRequest } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

test("gets one event for each call, and nothing else", async () => {
  const events: unknown[] = [];
  const { fetch } = fakeFetch((_, count) =>
    count === 1 ? json("<p>", 502) : json({ state: "paid" }),
  );
  const client = acorn({ fetch, logger: (event) => void events.push(event) });
  await client.refund(acornRequest);
  await client.query({ payment: { id: "1" } });
  await client.refund(acornRequest, { signal: AbortSignal.abort() });
  await refusal(() => client.refund({}));
  const ms = expect.any(Number);
  expect(events).toStrictEqual([
    { provider: "acorn", operation: "refund", status: "unknown", httpStatus: 502, ms },
    { provider: "acorn", operation: "query", status: "found", httpStatus: 200, ms },
    { provider: "acorn", operation: "refund", status: "not_sent", ms },
  ]);
});

const unwell: [string, () => unknown][] = [
  [
    "throws",
    () => {
      throw new Error("disk full");
    },
  ],
  [
    "throws null",
    () => {
      throw null;
    },
  ],
  ["rejects", () => Promise.reject(new Error("disk full"))],
  ["never ends", () => new Promise(() => {})],
];
test.each(unwell)("one that %s does not touch the outcome", async (_, logger) => {
  const rejections: unknown[] = [];
  const listen = (reason: unknown) => rejections.push(reason);
  process.on("unhandledRejection", listen);
  const { fetch } = fakeFetch();
  expect((await acorn({ fetch, logger: logger as () => void }).refund(acornRequest)).status).toBe(
    "succeeded",
  );
  await new Promise((tick) => setTimeout(tick, 10));
  process.off("unhandledRejection", listen);
  expect(rejections).toEqual([]);
});
