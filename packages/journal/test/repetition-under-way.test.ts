/** Answers and evidence while a request that was sent again is under way. */
import { describe, expect, test } from "vitest";
import { openRefund, settleEvidence, states } from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { answer, leftAt, repeated, written } from "./support/repetitions.ts";
import { found, recordIn, type Settled } from "./support/states.ts";

describe("with a repetition under way", () => {
  test("no other call sends, and evidence has to wait", () => {
    const refund = { ...recordOf(), now: 6000, sendingUntil: 30_000, resend: true };
    expect(openRefund(refund)(found(repeated())).result.is).toBe("unfinished");
    for (const answeredAttempt of [{}, { answeredAttempt: 1 }]) {
      const evidence = {
        status: "declined",
        because: "evidence_recorded",
        by: "Ana",
        now: 6000,
      } as const;
      const settled = settleEvidence({ ...evidence, ...answeredAttempt })(found(repeated()));
      expect(settled.result.is).toBe("in_progress");
    }
  });

  test("what a query proved before it is outdated", () => {
    const seen = found(recordIn("unknown"));
    const now = found(written(answer("unknown", 1)(found(repeated()))));
    const evidence = {
      status: "declined",
      because: "query_proved",
      by: "query",
      now: 7000,
    } as const;
    expect(settleEvidence(evidence, seen)(now).result.is).toBe("outdated");
  });

  test.each(
    Object.keys(states).filter((state) => state !== "leaving" && state !== "reversed") as Settled[],
  )("its answer settles the refund: %s", (status) => {
    const decision = answer(status, 1)(found(repeated()));
    const state = written(decision);
    if (status === "not_sent") {
      // The first request may still have arrived.
      expect([state.state, decision.result?.status]).toEqual(["settled", "unknown"]);
    } else {
      expect([state.state, decision.result?.status]).toEqual(["settled", status]);
      expect(state.history.at(-1)).toMatchObject({ what: "answer", attempt: 1, again: 1, status });
    }
  });

  test.each(["not_sent", "unknown", "declined"] as const)(
    "a late %s of the first request decides nothing, and its caller does not take it for the outcome",
    (status) => {
      const { write, result } = answer(status)(found(repeated(recordIn("leaving"))));
      expect(write?.state).toBe("leaving");
      expect(write?.history.at(-1)).toMatchObject({ what: "answer", status });
      expect(result).toMatchObject({ status: "unknown", because: "unfinished" });
    },
  );

  test("a late decline of the first request changes nothing if the second is unknown", () => {
    const second = written(answer("unknown", 1)(found(repeated(recordIn("leaving")))));
    const { write, result } = answer("declined")(found(second));
    expect([write?.state, write?.outcome, result]).toEqual([
      "settled",
      second.outcome,
      second.outcome,
    ]);
    expect(write?.history.at(-1)).toMatchObject({ what: "answer", status: "declined" });
    // It decides if no other request followed.
    const only = answer("declined")(found(recordIn("unknown")));
    expect(only.write?.outcome?.status).toBe("declined");
  });

  test.each(["pending", "succeeded"] as const)(
    "a late decline of the first request is for a person if the second is %s",
    (status) => {
      const second = written(answer(status, 1)(found(repeated(recordIn("leaving")))));
      expect(answer("declined")(found(second)).write?.outcome?.status).toBe("needs_review");
    },
  );

  test("a late success of the first request settles, and the answers are compared", () => {
    const late = written(answer("succeeded")(found(repeated(recordIn("leaving")))));
    expect(late.outcome?.status).toBe("succeeded");
    expect(written(answer("succeeded", 1)(found(late))).outcome?.status).toBe("succeeded");
    expect(written(answer("declined", 1)(found(late))).outcome?.status).toBe("needs_review");
  });

  test("a late `not_sent` of the first request does not contradict the second", () => {
    const second = written(answer("succeeded", 1)(found(repeated(recordIn("leaving")))));
    const { write, result } = answer("not_sent")(found(second));
    expect([write?.outcome?.status, result?.status]).toEqual(["succeeded", "succeeded"]);
  });

  test("an equal answer of another sending is stored, too", () => {
    const before = recordIn("unknown", {
      history: [
        { what: "sent", at: leftAt, attempt: 1 },
        { what: "answer", at: 1500, attempt: 1, status: "unknown" },
      ],
    });
    expect(written(answer("unknown", 1)(found(repeated(before)))).state).toBe("settled");
  });
});
