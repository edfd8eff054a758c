import type { ErrorTable, ProviderTable } from "@refunds/core/provider";
import {
  defineProvider,
  minorUnits,
  prove,
  readRichly,
  worthRepeating,
} from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { type AcornClient, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { expectWorkBelow } from "./support/work.ts";

type Outcomes = ProviderTable["refund"]["outcomes"];

/** Acorn, whose answers nothing but these conditions judge. */
async function judged(
  outcomes: Outcomes,
  errors: ErrorTable,
  body: unknown,
  http = 200,
  repeats?: typeof worthRepeating,
) {
  const refund = { ...acornTable.refund, outcomes, echo: [], answer: [{}] };
  const { fetch, calls } = fakeFetch(() => json(body, http));
  const client = defineProvider<unknown, AcornClient>(
    { ...acornTable, refund, errors },
    {
      read: readRichly,
      money: { minor: { ...minorUnits, write: ({ value }) => `${value}`, read: Number } },
      currencies: () => 2,
      ...(repeats && { repeats }),
    },
  )({ environment: "test", accessToken: "acorn-secret-token", fetch });
  return { outcome: await client.refund(acornRequest), calls };
}

const noErrors: ErrorTable = { list: [] };
const status = async (when: Outcomes[number]["when"], body: unknown, http?: number) =>
  (await judged([{ when, means: "succeeded" }], noErrors, body, http)).outcome.status;

describe("a condition", () => {
  test.each([
    [{ http: "2XX" }, {}, 201, "succeeded"],
    [{ http: ["201", "4XX"] }, {}, 200, "unknown"],
    [{ http: "200" }, {}, 200, "succeeded"],
    [
      { "/refunds/*/state": "done" },
      { refunds: [{ state: "new" }, { state: "done" }] },
      200,
      "succeeded",
    ],
    [{ "/refunds/*/state": "done" }, { refunds: [{ state: "new" }] }, 200, "unknown"],
    [{ "/refunds/*/state": "done" }, { refunds: [] }, 200, "unknown"],
    [{ "/refunds/*/state": "done" }, { refunds: { 0: { state: "done" } } }, 200, "unknown"],
    [{ "/refunds/*/state": "done" }, { refunds: { "*": { state: "done" } } }, 200, "unknown"],
    [{ "/refunds/*/codes/*": ["1", "2"] }, { refunds: [{}, { codes: [7, 2] }] }, 200, "succeeded"],
    [{ "/*/ok": "true" }, [{ ok: true }], 200, "succeeded"],
    [{ "/id": { present: true } }, { id: { any: 1 } }, 200, "succeeded"],
    [{ "/id": { present: true } }, { id: null }, 200, "unknown"],
    [{ "/id": { present: true } }, {}, 200, "unknown"],
    [{ "/id": { present: true } }, { id: "" }, 200, "succeeded"],
    [{ "/error": { present: false } }, {}, 200, "succeeded"],
    [{ "/error": { present: false } }, { error: null }, 200, "succeeded"],
    [{ "/error": { present: false } }, { error: false }, 200, "unknown"],
    [{ "/errors/*": { present: false } }, { errors: [] }, 200, "succeeded"],
    [{ "/errors/*": { present: false } }, { errors: [{}] }, 200, "unknown"],
    [{ "/a~1b/*": "x" }, { "a/b": ["x"] }, 200, "succeeded"],
  ])("%j of %j with HTTP %i: %s", async (when, body, http, expected) => {
    expect(await status(when as never, body, http)).toBe(expected);
  });

  test("nothing is absent from an answer that is not complete or not as documented", async () => {
    const absent: Outcomes = [{ when: { "/error": { present: false } }, means: "succeeded" }];
    for (const body of ["", "{", "<p>OK</p>", '{"a":1,"a":2}']) {
      expect((await judged(absent, noErrors, body)).outcome).toMatchObject({
        status: "unknown",
        because: "unreadable_answer",
      });
    }
  });
});

describe("of several errors", () => {
  const listed: ErrorTable = {
    code: ["/errors/*/code", "/code"],
    message: ["/errors/*/text", "/text"],
    list: [
      { codes: ["late"], message: "Try again after ", match: "starts", reason: "rate_limited" },
      { message: "MAINTENANCE", match: "contains", money: "unknown" },
      { codes: ["gone"], reason: "already_refunded" },
      { codes: ["slow"], reason: "rate_limited", repeat: true },
      { codes: ["broken"], reason: "provider_error", money: "unknown" },
    ],
  };
  const byCode: Outcomes = [{ when: { http: "4XX" }, means: "by_code" }];
  const outcomeOf = async (...errors: unknown[]) =>
    (await judged(byCode, listed, { errors }, 400)).outcome;
  const [gone, slow, broken] = [{ code: "gone" }, { code: "slow" }, { code: "broken" }];

  test("one that is listed is a decline", async () => {
    const declined = { status: "declined", reason: "already_refunded", code: "gone" };
    expect(await outcomeOf({ ...gone, text: "No" })).toMatchObject({ ...declined, message: "No" });
    expect(await outcomeOf(gone, slow)).toMatchObject(declined);
    // One that is not worth repeating is worse.
    expect(await outcomeOf(slow, gone)).toMatchObject(declined);
  });

  test("a code counts only at the place where it is documented", async () => {
    const list = [
      { codes: ["gone"], reason: "already_refunded" },
      { codes: ["shut"], at: "/code", reason: "not_refundable" },
    ] as const;
    const at = async (body: object) =>
      (await judged(byCode, { ...listed, list }, body, 400)).outcome.status;
    expect(await at({ errors: [gone] })).toBe("declined");
    expect(await at({ code: "shut" })).toBe("declined");
    expect(await at({ code: "gone" })).toBe("unknown");
    expect(await at({ errors: [{ code: "shut" }] })).toBe("unknown");
  });

  test.each([
    ["not listed", { code: "new" }],
    ["without a code", {}],
    ["not even an object", 7],
    ["one that may have moved money", broken],
    ["recognised by its message", { code: "new", text: "In maintenance until 10" }],
  ])("one that is %s makes the outcome unknown, wherever it stands", async (_, bad) => {
    expect((await outcomeOf(bad, gone)).status).toBe("unknown");
    expect((await outcomeOf(gone, bad)).status).toBe("unknown");
    expect((await outcomeOf(gone, slow, bad)).status).toBe("unknown");
  });

  test("the message belongs to the same item as the code", async () => {
    const late = { code: "late", text: "try AGAIN after 10:00" };
    expect(await outcomeOf(late)).toMatchObject({ status: "declined", reason: "rate_limited" });
    const other = [
      { code: "late", text: "No" },
      { code: "gone", text: late.text },
    ];
    expect((await outcomeOf(...other)).status).toBe("unknown");
  });

  test("the first place counts that the answer has", async () => {
    const list = [...listed.list, { codes: ["gone"], at: "/code", reason: "not_settled" } as const];
    const at = async (body: object) =>
      (await judged(byCode, { ...listed, list }, body, 400)).outcome;
    expect(await at({ code: "gone" })).toMatchObject({ status: "declined", code: "gone" });
    expect(await at({ code: "gone", errors: [broken] })).toMatchObject({ status: "unknown" });
    expect(await at({ code: "gone", errors: [] })).toMatchObject({ status: "declined" });
    expect(await at({})).toMatchObject({ status: "unknown" });
  });

  test("where a rule declines, what is not listed is declined, too", async () => {
    const declines: Outcomes = [
      { when: { http: "4XX" }, means: "declined", reason: "not_settled" },
    ];
    const of = async (...errors: unknown[]) =>
      (await judged(declines, listed, { errors }, 400)).outcome;
    expect(await of({ code: "new" })).toMatchObject({ status: "declined", reason: "not_settled" });
    expect(await of({ code: "new" }, gone)).toMatchObject({ reason: "already_refunded" });
    expect(await of({ code: "new" }, broken)).toMatchObject({ status: "unknown", code: "broken" });
  });

  test("none fits a success", async () => {
    const succeeds: Outcomes = [{ when: { http: "2XX" }, means: "succeeded" }];
    const of = async (...errors: unknown[]) => (await judged(succeeds, listed, { errors })).outcome;
    expect((await of()).status).toBe("succeeded");
    expect((await of({ code: "new" }, gone)).status).toBe("unknown");
  });

  test("more than can be looked at make the outcome unknown, also where a rule declines", async () => {
    const many = (count: number) => Array<unknown>(count).fill(gone);
    expect((await outcomeOf(...many(100))).status).toBe("declined");
    expect((await outcomeOf(...many(101))).status).toBe("unknown");
    const declines: Outcomes = [{ when: { http: "4XX" }, means: "declined" }];
    const errors = [...many(200), broken];
    expect((await judged(declines, listed, { errors }, 400)).outcome.status).toBe("unknown");
  });

  test("half a million of them take little time", () => {
    const raw = { status: 400, body: `{"errors":[${"0,".repeat(500_000)}{"code":"gone"}]}` };
    const headers = new Headers();
    expectWorkBelow(400, () => {
      readRichly({ answer: [{}], outcomes: byCode }, listed, { status: "answered", raw, headers });
    });
  });

  test("a member that is named * is not a list", async () => {
    const { outcome } = await judged(byCode, listed, { errors: { "*": gone } }, 400);
    expect(outcome).toMatchObject({ status: "unknown", because: "undocumented_answer" });
  });

  test("only if all are worth repeating is the request sent again", async () => {
    const send = async (...errors: unknown[]) =>
      (await judged(byCode, listed, { errors }, 400, worthRepeating)).calls.length;
    expect(await send(slow)).toBe(3);
    expect(await send(slow, gone)).toBe(1);
    expect(await send(slow, { code: "new" })).toBe(1);
  }, 10_000);
});

test("what a query proves has the same conditions", () => {
  const proofOf = (when: object, body: unknown, http = 200) =>
    prove(
      { echo: [], rules: [{ when: when as never, proves: "succeeded" }] },
      { payment: {} },
      { happened: [], pending: [], uncertain: false },
      { status: http, body: JSON.stringify(body) },
      0,
    )?.by;
  const when = { http: "2XX", "/refunds/*/state": "done", "/error": { present: false } };
  expect(proofOf(when, { refunds: [{ state: "done" }] }, 201)).toBe(
    "http 201, /refunds/*/state done, /error absent",
  );
  expect(proofOf(when, { refunds: [{ state: "new" }] })).toBeUndefined();
  expect(proofOf(when, { refunds: [{ state: "done" }], error: {} })).toBeUndefined();
  expect(proofOf({ "/id": { present: true } }, { id: 1 })).toBe("/id present");
});
