import { expect, test } from "vitest";
import { type CallResult, type Fact, readFields } from "../src/call-result.ts";
import { type CallResults, judge } from "../src/rule.ts";
import { type Control, type LostReply, lostReplyNames } from "../src/scenario.ts";

type Facts = Record<string, Fact>;
const rejected = (facts: Facts): CallResult => ({ settled: "rejected", facts });
const resolved = (facts: Facts): CallResult => ({ settled: "resolved", facts });

/** An SDK that gives `lost` to every lost reply but those named. */
function callResults(
  lost: CallResult,
  but: Partial<Record<LostReply, CallResult>> = {},
): CallResults {
  const twice = (callResult: CallResult) => [callResult, callResult] as const;
  return {
    lost: { ...Object.fromEntries(lostReplyNames.map((name) => [name, lost])), ...but } as never,
    controls: {
      refused: twice(rejected({ class: "Failed", code: "refused", message: "not there" })),
      declined: twice(rejected({ class: "Failed", code: "declined", message: "too late" })),
      answered: twice(resolved({ status: "done" })),
    },
  };
}
const unsure = rejected({ class: "Failed", code: "unsure", message: "not there" });

test("one field, one value: it says so", () => {
  expect(judge(callResults(unsure))).toMatchObject({ level: "says", by: "code: unsure" });
});

test("another value for one lost reply: whoever knows the codes can tell", () => {
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
    "the same as a refusal",
    rejected({ class: "Failed", code: "declined", message: "too late" }),
    "no",
    "the same as declined",
  ],
  [
    "in words only",
    rejected({ class: "Failed", code: "refused", message: "it hung up" }),
    "words",
    "message, against refused",
  ],
  ["as a success", resolved({ status: "odd" }), "no", "told as a success"],
  ["never", { settled: "never", because: "10 s" }, "no", "never settles"],
  ["by a crash", { settled: "crashed", because: "TypeError" }, "no", "brings its process down"],
] as const)("the worst lost reply decides: told %s", (_, callResult, level, by) => {
  const verdict = judge(callResults(unsure, { cut: callResult }));
  expect(verdict).toMatchObject({ level, by: `cut: ${by}`, each: { reset: { level: "codes" } } });
});

test("an SDK that resolves to refusals, too, may resolve to a lost reply", () => {
  const { lost, controls } = callResults(resolved({ status: "unknown" }));
  const declined = resolved({ status: "declined" });
  const verdict = judge({ lost, controls: { ...controls, declined: [declined, declined] } });
  expect(verdict).toMatchObject({ level: "says", by: "status: unknown" });
});

test("what differs between two runs of the same tells nothing", () => {
  const { lost, controls } = callResults(rejected({ class: "Failed", code: "refused", at: 3 }));
  const at = (time: number) => rejected({ class: "Failed", code: "refused", at: time });
  const verdict = judge({ lost, controls: { ...controls, refused: [at(1), at(2)] } });
  expect(verdict.each.reset).toEqual({ level: "no", by: "the same as refused" });
});

test.each<Control>(["refused", "declined", "answered"])("%s has to settle", (name) => {
  const { lost, controls } = callResults(unsure);
  const never: CallResult = { settled: "never", because: "10 s" };
  expect(() => judge({ lost, controls: { ...controls, [name]: [never, never] } })).toThrow(name);
});

test("facts are own fields, three levels deep, without the port", () => {
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
