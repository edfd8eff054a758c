import { type EvidenceTable, prove } from "@refunds/core/provider";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refundedWord } from "../src/evidence/refunded.ts";
import { alone, answer, asked, eur, minor, proves, raw, table } from "./support/evidence.ts";

test.each([
  ["names the state twice", JSON.stringify(answer).replace("{", '{"state":"refunded",')],
  ["names the total twice", JSON.stringify(answer).replace("}", ',"refunde\\u0064":60}')],
  [
    "is nested deep",
    JSON.stringify(answer).replace("}", `,"a":${"[".repeat(99)}${"]".repeat(99)}}`),
  ],
  ["is HTML", "<p>"],
])("an answer that %s proves nothing, not even by its HTTP status", (_, body) => {
  const rules = [...table.rules, { when: { http: "200" }, proves: "declined" }] as const;
  expect(prove({ ...table, rules }, asked, alone, raw(body), 99)).toBeUndefined();
});

test("says what proves it", () => {
  expect(prove(table, asked, alone, raw(answer), 0)).toEqual({
    proves: "succeeded",
    by: "/state refunded, refunded this",
  });
  expect(prove(table, asked, alone, raw({ ...answer, refunded: 40 }), 0)).toEqual({
    proves: "declined",
    reason: "already_refunded",
    by: "/state refunded, refunded other",
  });
});

test.each([
  ["another state", { state: "closed" }, "nothing"],
  ["one of several words", { state: "queued" }, "pending"],
  ["another payment", { id: "p-2" }, "nothing"],
  ["no payment, so none that differs", { id: undefined }, "succeeded"],
  ["nothing for the payment", { id: null }, "nothing"],
  ["an object for the payment", { id: {} }, "nothing"],
  ["the payment as a number where it is text", { id: 1 }, "nothing"],
  ["another currency", { currency: "USD" }, "nothing"],
  ["no total", { refunded: undefined }, "nothing"],
  ["a total that is not an amount", { refunded: "sixty" }, "nothing"],
  ["a total that is negative", { refunded: -60 }, "nothing"],
  ["a fraction of a cent", { refunded: 60.5 }, "nothing"],
  ["no state", { state: undefined }, "nothing"],
  ["a list for the state", { state: ["refunded"] }, "nothing"],
])("%s", (_, change, expected) => {
  expect(proves(change)).toBe(expected);
});

test.each(["", "<html>", "null", "[]", '"refunded"', "{}"])(
  "the body %j proves nothing",
  (body) => {
    expect(prove(table, asked, alone, raw(body), 1e9)).toBeUndefined();
  },
);

describe("an unrefunded payment", () => {
  const unrefunded = { state: "paid", refunded: 0 };
  test.each([
    [-15, "nothing"],
    [59.9, "nothing"],
    [60, "declined"],
  ])("%d seconds after the request can last have left: %s", (seconds, expected) => {
    expect(proves(unrefunded, { seconds })).toBe(expected);
  });

  test("under another HTTP status proves nothing", () => {
    const body = raw({ ...answer, ...unrefunded }, 203);
    expect(prove(table, asked, alone, body, 1e9)).toBeUndefined();
  });
});

test("an identifier that the refund does not give is not compared", () => {
  expect(proves({ reference: "r-9" })).toBe("succeeded");
  const refund = { ...asked, payment: { reference: "r-1" } };
  expect(proves({ reference: "r-9" }, { refund })).toBe("nothing");
});

describe("a full refund that names no amount", () => {
  const refund = { payment: { id: "p-1" } };
  test.each([
    [{ refunded: 100 }, "succeeded"],
    [{ refunded: 60 }, "declined"],
    [{ refunded: 100, amount: undefined }, "nothing"],
    [{ refunded: 100, currency: undefined }, "nothing"],
    [{ refunded: 100, currency: "euro" }, "nothing"],
  ])("%j: %s", (change, expected) => {
    expect(proves(change, { refund })).toBe(expected);
  });
});

describe("with other refunds of the payment", () => {
  test.each([
    ["30 happened, total 90", { happened: [eur(30)] }, 90, "succeeded"],
    ["30 happened, total 60", { happened: [eur(30)] }, 60, "declined"],
    ["60 is pending, total 60: either", { pending: [eur(60)] }, 60, "nothing"],
    ["30 is pending, total 60", { pending: [eur(30)] }, 60, "succeeded"],
    ["30 is pending, total 90", { pending: [eur(30)] }, 90, "succeeded"],
    ["a full one is pending, total 60", { pending: [undefined] }, 60, "succeeded"],
    [
      "one of another currency happened",
      { happened: [{ value: 30, currency: "USD" }] },
      90,
      "nothing",
    ],
    ["the outcome of another is uncertain", { uncertain: true }, 60, "nothing"],
  ] as const)("%s", (_, others, refunded, expected) => {
    expect(proves({ refunded }, { others })).toBe(expected);
  });

  test.each([
    ["happened", { happened: [eur(60)] }],
    ["is pending", { pending: [eur(60)] }],
    ["is uncertain", { uncertain: true }],
  ] as const)("a state may be the doing of one that %s", (_, others) => {
    expect(proves({ state: "queued" })).toBe("pending");
    expect(proves({ state: "queued" }, { others })).toBe("nothing");
  });

  test("a total that is not cumulative says nothing", () => {
    const { cumulative: _, ...refunded } = table.refunded ?? { at: "", money: minor };
    const single = { ...table, refunded };
    expect(proves({}, { with: single })).toBe("succeeded");
    expect(proves({ refunded: 90 }, { with: single, others: { happened: [eur(30)] } })).toBe(
      "nothing",
    );
    expect(proves({ refunded: 90 }, { with: single, others: { pending: [eur(30)] } })).toBe(
      "nothing",
    );
  });
});

test("what is left is taken from the whole, in the provider's own units", () => {
  const refunded = {
    at: "/order/amount",
    less: "/order/net",
    money: { unit: "major", as: "number" } as const,
  };
  const rules = [{ when: { refunded: "this" }, proves: "succeeded" as const }];
  const of = (order: string) =>
    prove({ echo: [], refunded, rules }, asked, alone, raw(`{"order":${order}}`), 0)?.proves;
  expect(of('{"amount":15.00,"net":14.40}')).toBe("succeeded");
  expect(of('{"amount":"15","net":"14.4"}')).toBe("succeeded");
  expect(of('{"amount":15.00,"net":15.00}')).toBeUndefined();
  expect(of('{"amount":15.00}')).toBeUndefined();
  expect(of('{"amount":9007199254740993,"net":9007199254740992.40}')).toBeUndefined();
});

test("a total in another currency says nothing, and neither does more left than there was", () => {
  const rules = [
    { when: { refunded: "this" }, proves: "succeeded" as const },
    { when: { refunded: "other" }, proves: "declined" as const },
  ];
  const refunded = { at: "/amount", less: "/net", currency: "/currency", money: minor };
  const of = (body: object) =>
    prove({ echo: [], refunded, rules }, asked, alone, raw(body), 0)?.proves;
  expect(of({ amount: 100, net: 40, currency: "EUR" })).toBe("succeeded");
  expect(of({ amount: 100, net: 40, currency: "USD" })).toBeUndefined();
  expect(of({ amount: 100, net: 30, currency: "EUR" })).toBe("declined");
  expect(of({ amount: 100, net: 130, currency: "EUR" })).toBeUndefined();
});

test("without a refunded total, no rule about it holds", () => {
  const { refunded: _, ...rest } = table;
  expect(proves({}, { with: rest })).toBe("nothing");
});

test("a total is this refund's only where no other way leads to it", () => {
  const value = fc.integer({ min: 1, max: 5 });
  const sums = fc.record({
    asked: value,
    happened: fc.array(value, { maxLength: 3 }),
    pending: fc.array(value, { maxLength: 4 }),
    total: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(sums, ({ asked, happened, pending, total }) => {
      // Every way the others can have gone, counted as bits.
      const base = happened.reduce((sum, one) => sum + one, 0);
      const ways = Array.from({ length: 2 ** pending.length }, (_, bits) =>
        pending.reduce((sum, one, at) => sum + ((bits >> at) & 1) * one, base),
      );
      const [can, canWith] = [ways.includes(total), ways.some((way) => way + asked === total)];
      const word = refundedWord({ asked, happened, pending, total });
      expect([can, canWith]).toEqual(
        { this: [false, true], none: [true, false], other: [false, false], either: [true, true] }[
          word ?? "either"
        ],
      );
    }),
    { numRuns: 2000 },
  );
});

test("with very many pending refunds it says nothing, at once", () => {
  const pending = Array.from({ length: 40 }, () => 1);
  expect(refundedWord({ total: 5, asked: 5, happened: [], pending })).toBeUndefined();
});

describe("proves nothing", () => {
  const left: EvidenceTable = {
    ...table,
    refunded: {
      at: "/amount",
      less: "/left",
      currency: "/currency",
      money: minor,
      cumulative: true,
    },
  };

  test("by a state of a payment in another currency", () => {
    const state = "queued";
    expect(proves({ state })).toBe("pending");
    expect(proves({ state, currency: "USD" })).toBe("nothing");
  });

  test("by a state where one refund is known to have happened and another is pending", () => {
    const state = "queued";
    expect(proves({ state }, { others: { happened: [eur(1)], pending: [eur(1)] } })).toBe(
      "nothing",
    );
  });

  test.each([undefined, null, "abc", -60, 60.5, {}])("by a total that is %j", (refunded) => {
    expect(proves({ refunded })).toBe("nothing");
    expect(proves({ refunded, state: "paid" }, { seconds: 60 })).toBe("nothing");
  });

  test("by a total of nothing in an unknown currency", () => {
    const change = { refunded: 0, state: "paid", currency: "ABC" };
    const refund = { payment: { id: "p-1" }, amount: { value: 60, currency: "ABC" } };
    expect(proves(change, { refund, seconds: 60 })).toBe("nothing");
    expect(proves({ refunded: 0, state: "paid" }, { seconds: 60 })).toBe("declined");
  });

  test("by what is left of the payment, where that is missing or more than all of it", () => {
    expect(proves({ left: 40 }, { with: left })).toBe("succeeded");
    for (const change of [
      {},
      { left: null },
      { left: 101 },
      { left: "x" },
      { left: 40, amount: "" },
    ]) {
      expect(proves(change, { with: left })).toBe("nothing");
    }
  });

  test("by a total with more than ten pending refunds", () => {
    const sums = (pending: number) => ({
      total: 60,
      asked: 60,
      happened: [],
      pending: Array(pending).fill(1000),
    });
    expect(refundedWord(sums(10))).toBe("this");
    expect(refundedWord(sums(11))).toBeUndefined();
  });
});
