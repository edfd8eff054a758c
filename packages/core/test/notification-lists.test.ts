import { createHmac } from "node:crypto";
import type { NotificationTable } from "@refunds/core/notifications";
import { describe, expect, test } from "vitest";
import { asSigned, read, secret } from "./support/notified.ts";

const event = (refund: string, type = "done") => ({
  type,
  key: null,
  refund,
  charge: "ch_1",
  amount: 1050,
  currency: "eur",
});

describe("a signed list of events", () => {
  const own = { each: "/events/*", delivery: "/batch" } satisfies Partial<NotificationTable>;
  const readList = (body: object) => read(asSigned(JSON.stringify(body)), own);

  test("each event of a refund is read, in its order", async () => {
    const events = [event("re_1"), { type: "payment.done" }, event("re_2")];
    expect(await readList({ batch: "b-1", events })).toMatchObject({
      verified: true,
      delivery: "b-1",
      events: [
        { refundId: "re_1", status: "succeeded", amount: { value: 1050, currency: "EUR" } },
        { refundId: "re_2", status: "succeeded" },
      ],
    });
  });

  test.each([[{ events: [] }], [{ events: {} }], [{}], [[]], ["events"]])(
    "%j holds no events",
    async (body) => {
      expect(await readList(body as object)).toMatchObject({ verified: true, events: [] });
    },
  );

  test("without the signature none is believed", async () => {
    const body = JSON.stringify({ events: [event("re_1")] });
    const other = JSON.stringify({ events: [event("re_2")] });
    const { headers } = asSigned(body) as { headers: Record<string, string> };
    expect(await read({ headers, body: other }, own)).toMatchObject({
      verified: false,
      events: [],
      response: { status: 401 },
    });
  });
});

describe("a list whose events are signed one by one", () => {
  const own: Partial<NotificationTable> = {
    each: "/items/*/item",
    verify: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.webhookSecret",
      over: ["body#/refund", "body#/amount", "body#/currency", "body#/type", "body#/charge"],
      join: ":",
      encoding: "base64",
      from: "body#/more/signature",
    },
    delivery: "/batch",
  };
  const sign = ({ refund, amount, currency, type, charge }: ReturnType<typeof event>) =>
    createHmac("sha256", secret)
      .update([refund, amount, currency, type, charge].join(":"))
      .digest("base64");
  const signed = (one: ReturnType<typeof event>, signature = sign(one)) => ({
    item: { ...one, more: { signature } },
  });
  const readList = (body: unknown) => read({ headers: {}, body: JSON.stringify(body) }, own);

  test("all are read if all are signed", async () => {
    const items = [signed(event("re_1")), signed(event("re_2", "paid"))];
    const notification = await readList({ items });
    expect(notification).toMatchObject({ verified: true });
    expect(notification.events.map(({ refundId }) => refundId)).toEqual(["re_1", "re_2"]);
  });

  test("of values that stand in the body, only another secret is the likely cause", async () => {
    const forged = signed(event("re_2"), sign(event("re_1")));
    expect((await readList({ items: [forged] })).problem).toMatch(
      /does not fit: it was made with another secret\.$/,
    );
  });

  test("none is believed if one is not", async () => {
    const forged = signed(event("re_2"), sign(event("re_1")));
    for (const items of [
      [signed(event("re_1")), forged],
      [forged, signed(event("re_1"))],
      [{ item: event("re_1") }],
      [{ item: null }],
    ])
      expect(await readList({ items })).toMatchObject({ verified: false, events: [] });
  });

  // Otherwise a stranger's empty list would count as the provider's.
  test.each([[{ items: [] }], [{ items: "none" }], [{}], [[]], [null]])(
    "%j has no signature",
    async (body) => {
      expect(await readList(body)).toMatchObject({
        verified: false,
        problem: expect.stringContaining("holds no signature"),
        response: { status: 401 },
      });
    },
  );
});
