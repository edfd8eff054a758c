import { describe, expect, test } from "vitest";
import { type JournalRecord, type NewRefund, openRefund, states } from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { allStates, found, outcomeOf, recordIn } from "./support/states.ts";

const now = 5000;

/** The decision about the sample refund, given these records. */
function opening(records: readonly JournalRecord[], given: Partial<NewRefund> = {}) {
  const { key, account, provider, payment, request } = recordOf();
  const refund = { key, account, provider, payment, request, now, sendingUntil: 9000, ...given };
  const record = records.find((each) => each.key === key);
  return openRefund(refund)(found(record, { ofPayment: records }));
}

describe("a key", () => {
  test("that is new gets a leaving record", () => {
    const { write, result } = opening([]);
    expect(result.is).toBe("send");
    expect(write).toEqual({
      ...recordOf(),
      history: [{ what: "sent", at: now, attempt: 1 }],
      sendingUntil: 9000,
      openedAt: now,
      changedAt: now,
    });
  });

  test.each(allStates.filter((state) => !["leaving", "not_sent"].includes(state)))(
    "whose refund is %s is not sent again",
    (state) => {
      const record = recordIn(state);
      const recorded = { result: { is: "recorded", outcome: record.outcome } };
      expect(opening([record])).toEqual(recorded);
      // The provider's own decline is final. Only a decline by evidence allows a resend.
      expect(opening([record], { resend: true })).toEqual(recorded);
    },
  );

  test("whose refund was not sent is sent as another attempt", () => {
    const { write } = opening([recordIn("not_sent", { attempt: 3 })]);
    expect(write).toMatchObject({ state: "leaving", attempt: 4, openedAt: 1000, changedAt: now });
    expect(write).not.toHaveProperty("outcome");
  });

  test.each(["evidence_recorded", "query_proved"])(
    "whose refund is declined because of %s is sent again only with resend",
    (because) => {
      const record = recordIn("declined", { outcome: outcomeOf("declined", { because }) });
      expect(opening([record]).result.is).toBe("recorded");
      expect(opening([record], { resend: true }).write).toMatchObject({ attempt: 2 });
    },
  );

  // Without this, evidence that a refund happened would let resend refund it again.
  test.each(
    (["succeeded", "pending", "reversed"] as const).flatMap((state) =>
      ["evidence_recorded", "query_proved"].map((because) => [state, because] as const),
    ),
  )(
    "whose refund is %s because of %s is not sent again, not even with resend",
    (state, because) => {
      const record = recordIn(state, { outcome: outcomeOf(state, { because }) });
      const recorded = { result: { is: "recorded", outcome: record.outcome } };
      expect(opening([record], { resend: true })).toEqual(recorded);
    },
  );

  test.each([4000, 6000])(
    "that was sent and may be sending until %i is unfinished",
    (sendingUntil) => {
      const record = recordOf({ sendingUntil });
      expect(opening([record])).toEqual({ result: { is: "unfinished", record } });
    },
  );

  test.each(allStates)("belongs to one request, also if its refund is %s", (state) => {
    expect(opening([recordIn(state)], { request: '{"other":1}' })).toEqual({
      result: { is: "key_conflict", request: "{}" },
    });
  });
});

describe("the history", () => {
  test("keeps the answer of an attempt that is sent again", () => {
    const raw = { status: 200, body: "declined" };
    const outcome = outcomeOf("declined", { because: "evidence_recorded", raw });
    const history = [
      { what: "sent", at: 1, attempt: 1 },
      { what: "answer", at: 2, attempt: 1, status: "declined" },
    ] as const;
    const { write } = opening([recordIn("declined", { outcome, history })], { resend: true });
    expect(write?.history).toEqual([
      history[0],
      { ...history[1], raw },
      { what: "sent", at: now, attempt: 2 },
    ]);
  });

  test("never puts one answer in the place of another", () => {
    const of = (body: string) => ({ raw: { status: 200, body } });
    // Evidence decided, so the outcome has the raw answer of the sending that was unknown.
    const evidence = { because: "evidence_recorded", ...of("unknown") };
    const outcome = outcomeOf("declined", evidence);
    const history = [
      { what: "sent", at: 1, attempt: 1 },
      { what: "answer", at: 4, attempt: 1, status: "declined", ...of("declined") },
    ] as const;
    const { write } = opening([recordIn("declined", { outcome, history })], { resend: true });
    expect(write?.history[1]).toEqual(history[1]);
  });
});

describe("another refund of the payment", () => {
  const other = { key: "other" };

  test("that is being sent makes this one wait", () => {
    expect(opening([recordOf({ ...other, sendingUntil: now })])).toEqual({
      result: { is: "payment_busy", key: "other" },
    });
  });

  test.each(allStates.filter((state) => states[state].blocksPayment))(
    "that is %s blocks this one",
    (state) => {
      const record = recordIn(state, { ...other, sendingUntil: now - 1 });
      expect(opening([record])).toEqual({ result: { is: "payment_blocked", record } });
    },
  );

  test.each(allStates.filter((state) => !states[state].blocksPayment))(
    "that is %s does not block this one",
    (state) => {
      expect(opening([recordIn(state, other)]).result.is).toBe("send");
    },
  );
});

test("a refund that may have moved money blocks its payment or counts against it", () => {
  for (const state of allStates) {
    const { happened, blocksPayment, takesAmount } = states[state];
    if (state === "reversed") continue;
    expect(blocksPayment || takesAmount, state).toBe(happened !== "no");
  }
});
