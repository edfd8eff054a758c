import { type EvidenceTable, prove } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { alone, asked, eur, minor, proves } from "./support/evidence.ts";

describe("a list of refunds", () => {
  const minorTotal = { at: "/amount", currency: "/currency", money: minor };
  const list: EvidenceTable = {
    find: {
      in: "/data",
      where: { "/meta/key": "key" },
      complete: { after: 60, unless: "/has_more" },
    },
    echo: [
      { of: "refund.id", at: "/id" },
      { of: "currency", at: "/currency" },
    ],
    refunded: minorTotal,
    rules: [
      { when: { "/status": "done", refunded: "this" }, proves: "succeeded" },
      { when: { "/status": "failed" }, proves: "declined" },
    ],
  };
  const ours = { id: "re_1", currency: "EUR", amount: 60, status: "done", meta: { key: "k-1" } };
  const theirs = { ...ours, id: "re_2", meta: { key: "k-2" } };
  const refund = { ...asked, key: "k-1" };
  const others = { pending: [eur(1)], uncertain: true };
  const from = (data: unknown, given: object = {}, seconds = 60, about: object = refund) =>
    proves(
      { data, has_more: false, ...given },
      { with: list, refund: about as typeof refund, others, seconds },
    );

  test("proves what it says about the refund, whatever else happened to the payment", () => {
    expect(from([theirs, ours])).toBe("succeeded");
    expect(from([theirs, { ...ours, status: "failed" }])).toBe("declined");
    expect(from([{ ...ours, amount: 61 }])).toBe("nothing");
    expect(from([{ ...ours, currency: "USD" }])).toBe("nothing");
    expect(from([ours], {}, 0, { ...refund, refundId: "re_9" })).toBe("nothing");
    expect(from([{ ...ours, meta: { key: "K-1" } }], {}, 0)).toBe("nothing");
  });

  test("proves a refund without an amount, of which only the provider knows the amount", () => {
    const { amount: _, ...whole } = refund;
    expect(from([theirs, ours], {}, 0, whole)).toBe("succeeded");
    expect(from([{ ...ours, amount: "?" }], {}, 0, whole)).toBe("nothing");
    const all = { ...list, refunded: { ...minorTotal, all: "/whole" } };
    const of = (amount: number) => ({ data: [{ ...ours, whole: amount }], has_more: false });
    expect(proves(of(60), { with: all, refund: whole })).toBe("succeeded");
    expect(proves(of(61), { with: all, refund: whole })).toBe("nothing");
  });

  test("proves nothing with two of them, or without a key to compare", () => {
    expect(from([ours, ours])).toBe("nothing");
    expect(from([ours], {}, 60, asked)).toBe("nothing");
    expect(from([], {}, 60, asked)).toBe("nothing");
    expect(from({ 0: ours })).toBe("nothing");
    expect(from(undefined)).toBe("nothing");
  });

  test("proves that a refund did not happen only if it is complete, and late enough", () => {
    expect(from([theirs])).toBe("declined");
    expect(from([])).toBe("declined");
    expect(from([theirs], {}, 59)).toBe("nothing");
    for (const has_more of [true, "true", 0, "cursor", {}])
      expect(from([theirs], { has_more })).toBe("nothing");
    for (const has_more of [null, ""]) expect(from([theirs], { has_more })).toBe("declined");
    const { complete: _, ...incomplete } = list.find ?? { in: "", where: {} };
    const without = { ...list, find: incomplete };
    expect(proves({ data: [] }, { with: without, refund, seconds: 99 })).toBe("nothing");
  });
});

test("a list that is the whole answer", () => {
  const table: EvidenceTable = {
    find: { in: "", where: { "/key": "key" } },
    echo: [{ of: "refund.id", at: "/id" }],
    rules: [{ when: { "/status": "done" }, proves: "succeeded" }],
  };
  const complete = {
    ...table,
    find: { in: "", where: { "/key": "key" }, complete: { after: 60 } },
  };
  const refund = { ...asked, key: "k-1", refundId: "re_1" };
  const from = (list: unknown, given: EvidenceTable = table) =>
    prove(given, refund, alone, { status: 200, body: JSON.stringify(list) }, 60);
  const ours = { id: "re_1", key: "k-1", status: "done" };
  const theirs = { id: "re_2", key: "k-2", status: "done" };
  expect(from([theirs, ours])?.proves).toBe("succeeded");
  for (const list of [[theirs], [], [ours, ours], [{ ...ours, id: "re_2" }], ours, { 0: ours }]) {
    expect(from(list)).toBeUndefined();
  }
  expect(from([theirs], complete)).toEqual({
    proves: "declined",
    by: "the list is complete and has none with /key k-1",
  });
});

test("an answer about one refund does not depend on the payment's others", () => {
  const one: EvidenceTable = {
    asks: ["refund.id"],
    echo: [{ of: "refund.id", at: "/id" }],
    rules: [{ when: { "/state": "refunded" }, proves: "succeeded" }],
  };
  const refund = { ...asked, refundId: "p-1" };
  const others = { pending: [eur(1)] };
  expect(proves({}, { with: one, refund, others })).toBe("succeeded");
  expect(proves({ id: "p-2" }, { with: one, refund, others })).toBe("nothing");
});
