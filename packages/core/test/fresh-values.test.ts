import type { ProviderTable } from "@refunds/core/provider";
import { expect, test, vi } from "vitest";
import { acorn, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";

test.each([
  ["unix-seconds", "1800000000"],
  ["unix-milliseconds", "1800000000999"],
  ["iso-8601", "2027-01-15T08:00:00.999Z"],
  ["rfc-1123", "Fri, 15 Jan 2027 08:00:00 GMT"],
  [{ pattern: "yyyyMMddHHmmss", zone: "UTC" }, "20270115080000"],
  [{ pattern: "yyyy-MM-dd HH:mm:ss", zone: "Asia/Hong_Kong" }, "2027-01-15 16:00:00"],
  [{ pattern: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", zone: "+05:30" }, "2027-01-15T13:30:00.999+05:30"],
  [{ pattern: "yyyy-MM-dd'T'HH:mmXXX", zone: "America/New_York" }, "2027-01-15T03:00-05:00"],
  [{ pattern: "HH:mmXXX", zone: "-03:30" }, "04:30-03:30"],
] as const)("the time is sent as %s", async (time, sent) => {
  vi.useFakeTimers({ now: 1_800_000_000_999, toFake: ["Date"] });
  try {
    const { fetch, calls } = fakeFetch();
    const placement = { from: "timestamp", to: "header.X-Time", schema: {}, time } as const;
    const send = [...acornTable.refund.send, placement];
    const table: ProviderTable = { ...acornTable, refund: { ...acornTable.refund, send } };
    await acorn({ fetch }, table).refund(acornRequest);
    expect(calls[0]?.headers["x-time"]).toBe(sent);
  } finally {
    vi.useRealTimers();
  }
});

test("a nonce has the documented characters and length, and each request its own", async () => {
  const nonces: string[] = [];
  for (let count = 0; count < 20; count++) {
    const { fetch, calls } = fakeFetch();
    const nonce = { length: 12 } as const;
    const send = [
      ...acornTable.refund.send,
      // Of the same request, and first: it must not decide the form of the nonce.
      { from: "timestamp", to: "header.X-Time", schema: {}, time: "iso-8601" } as const,
      { from: "nonce", to: "header.X-Nonce", schema: {}, nonce } as const,
      { from: "nonce", to: "body#/nonce", schema: {}, nonce } as const,
    ];
    await acorn({ fetch }, { ...acornTable, refund: { ...acornTable.refund, send } }).refund(
      acornRequest,
    );
    const sent = calls[0]?.headers["x-nonce"] ?? "";
    expect(sent).toMatch(/^[A-Za-z\d]{12}$/);
    expect(JSON.parse(calls[0]?.body ?? "").nonce).toBe(sent);
    nonces.push(sent);
  }
  expect(new Set(nonces).size).toBe(20);
});
