/** Under which key the provider gets a refund that it declined before. */
import { describe, expect, test } from "vitest";
import { keyAttemptOf } from "../src/index.ts";
import { hour, leftAt, refusal } from "./support/repetitions.ts";
import { recordIn } from "./support/states.ts";

describe("the key after a proven decline", () => {
  const declined = { what: "evidence", at: 3000, attempt: 1, status: "declined" } as const;
  const sent = (at: number, attempt: number) => ({ what: "sent", at, attempt }) as const;

  test("is made from the first attempt after it, and stays when that was not sent", () => {
    const first = [sent(leftAt, 1)];
    expect(keyAttemptOf({ attempt: 1, history: first })).toBe(1);
    expect(keyAttemptOf({ attempt: 2, history: [...first, sent(2000, 2)] })).toBe(1);
    const second = [...first, declined, sent(4000, 2)];
    expect(keyAttemptOf({ attempt: 2, history: second })).toBe(2);
    const third = [
      ...second,
      { what: "answer", at: 4100, attempt: 2, status: "not_sent" },
    ] as const;
    expect(keyAttemptOf({ attempt: 3, history: [...third, sent(4200, 3)] })).toBe(2);
  });

  test("does not change once its request has left", () => {
    const history = [sent(leftAt, 1), sent(4000, 2), { ...declined, at: 4500 }];
    expect(keyAttemptOf({ attempt: 2, history })).toBe(1);
  });

  test("has a time of its own, and an old key has none", () => {
    const history = [sent(leftAt, 1), declined, sent(20 * hour, 2)];
    const record = recordIn("unknown", { attempt: 2, history });
    const late = { now: 30 * hour, sendingUntil: 30 * hour + 20_000 };
    expect(refusal(record, { ...late, newKey: true })).toBe("send");
    expect(refusal(record, late)).toBe("too_late");
  });
});
