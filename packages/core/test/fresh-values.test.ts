import type { ProviderTable } from "@refunds/core/provider";
import { expect, test, vi } from "vitest";
import { acorn, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";

test.each([
  ["unix-seconds", "1800000000"],
  ["unix-milliseconds", "1800000000999"],
  ["iso-8601", "2027-01-15T08:00:00.999Z"],
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
