import { expect, test } from "vitest";
import { type CallResult, type Fact, readFields } from "../../src/lost-reply/call-result.ts";
import { type CallResults, judge } from "../../src/lost-reply/rule.ts";
import { type Control, type LostReply, lostReplyNames } from "../../src/lost-reply/scenario.ts";

type Facts = Record<string, Fact>;
const rejected = (facts: Facts): CallResult => ({ settled: "rejected", facts });
const resolved = (facts: Facts): CallResult => ({ settled: "resolved", facts });

/** The results of an SDK that returns `lost` for every lost reply, except those in `exceptions`. */
function callResults(
  lost: CallResult,
  exceptions: Partial<Record<LostReply, CallResult>> = {},
): CallResults {
  const twice = (callResult: CallResult) => [callResult, callResult] as const;
  return {
    lost: {
      ...Object.fromEntries(lostReplyNames.map((name) => [name, lost])),
      ...exceptions,
    } as never,
    controls: {
      refused: twice(rejected({ class: "Failed", code: "refused", message: "not there" })),
      declined: twice(rejected({ class: "Failed", code: "declined", message: "too late" })),
      answered: twice(resolved({ status: "done" })),
    },
  };
}
const unsure = rejected({ class: "Failed", code: "unsure", message: "not there" });

test("one field with the same value for every lost reply: says", () => {
  expect(judge(callResults(unsure))).toMatchObject({ level: "says", by: "code: unsure" });
});

test("another value for one lost reply: codes", () => {
  const timeout = rejected({ class: "Failed", code: "slow" });
  const { level, each } = judge(callResults(unsure, { hang: timeout }));
  expect(level).toBe("codes");
  expect(each.hang.by).toBe("code slow, not refused as refused");
});

test.each([
  [
    "the same as a refused connection",
    rejected({ class: "Failed", code: "refused", message: "not there" }),
    "no",
    "the same as refused",
  ],
  [
    "the same as a decline",
    rejected({ class: "Failed", code: "declined", message: "too late" }),
    "no",
    "the same as declined",
  ],
  [
    "only in its message",
    rejected({ class: "Failed", code: "refused", message: "it hung up" }),
    "words",
    "message, against refused",
  ],
  ["as a success", resolved({ status: "odd" }), "no", "returned as a success"],
  ["never", { settled: "never", because: "10 s" }, "no", "never settles"],
  ["by a crash", { settled: "crashed", because: "TypeError" }, "no", "crashes the process"],
] as const)("the worst lost reply decides: %s", (_, callResult, level, by) => {
  const verdict = judge(callResults(unsure, { cut: callResult }));
  expect(verdict).toMatchObject({ level, by: `cut: ${by}`, each: { reset: { level: "codes" } } });
});

test("an SDK that resolves with declined refunds may resolve with a lost reply", () => {
  const { lost, controls } = callResults(resolved({ status: "unknown" }));
  const declined = resolved({ status: "declined" });
  const verdict = judge({ lost, controls: { ...controls, declined: [declined, declined] } });
  expect(verdict).toMatchObject({ level: "says", by: "status: unknown" });
});

test("a field that differs between two runs of a control is ignored", () => {
  const { lost, controls } = callResults(rejected({ class: "Failed", code: "refused", at: 3 }));
  const at = (time: number) => rejected({ class: "Failed", code: "refused", at: time });
  const verdict = judge({ lost, controls: { ...controls, refused: [at(1), at(2)] } });
  expect(verdict.each.reset).toEqual({ level: "no", by: "the same as refused" });
});

test.each<Control>(["refused", "declined", "answered"])("%s must settle", (name) => {
  const { lost, controls } = callResults(unsure);
  const never: CallResult = { settled: "never", because: "10 s" };
  expect(() => judge({ lost, controls: { ...controls, [name]: [never, never] } })).toThrow(name);
});

test("readFields() reads own fields, three levels deep, without the port", () => {
  const cause = Object.assign(new Error("connect 127.0.0.1:4010"), { code: "E", port: 4010 });
  const error = Object.assign(new TypeError("failed", { cause }), { a: { b: { c: { d: 1 } } } });
  expect(readFields(error, 4010)).toEqual({
    class: "TypeError",
    message: "failed",
    name: "TypeError",
    "cause.class": "Error",
    "cause.message": "connect 127.0.0.1:<port>",
    "cause.code": "E",
    "cause.port": "<port>",
    "cause.name": "Error",
    "a.class": "Object",
    "a.b.class": "Object",
    "a.b.c.class": "Object",
  });
});
