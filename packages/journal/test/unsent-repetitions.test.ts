/** Requests that were to be sent again under their key, and never left. */
import type { Outcome } from "@refunds/core";
import { describe, expect, test } from "vitest";
import {
  type JournalRecord,
  type NotSentRefund,
  sendAgain,
  settleAnswer,
  settleEvidence,
} from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

const hour = 3_600_000;
const written = ({ write }: { readonly write?: JournalRecord }): JournalRecord => {
  if (!write) throw new Error("nothing was written");
  return write;
};

const repeat = (record: JournalRecord, now = 5000) =>
  written(
    sendAgain(
      {
        rememberedMs: 24 * hour,
        newKey: false,
        now,
        sendingUntil: now + 20_000,
        newestAt: 0,
      },
      record,
    )(found(record)),
  );

const answer = (
  status: Settled,
  again?: number,
  now = 6000,
  because: NotSentRefund["because"] = "not_connected",
) =>
  settleAnswer({
    attempt: 1,
    ...(again && { again }),
    outcome: outcomeOf(status, status === "not_sent" ? { because } : {}) as Outcome & {
      account: string;
    },
    keepAnswer: true,
    now,
  });

/** After a repetition that was not sent. */
const unsent = (record: JournalRecord, again = 1, now = 6000) =>
  answer("not_sent", again, now)(found(repeat(record, now - 1000)));

const unknown = recordIn("unknown", { outcome: outcomeOf("unknown", { message: "No answer." }) });
const unfinished = recordIn("leaving");

describe("a repetition that was not sent", () => {
  test("is in the history as what it was, and the outcome is what it was before", () => {
    const { write, result } = unsent(unknown);
    expect(write).toMatchObject({ state: "settled", outcome: unknown.outcome, sendingUntil: 5999 });
    expect(write?.history.slice(-2)).toEqual([
      { what: "sent", at: 5000, attempt: 1, again: 1 },
      {
        what: "answer",
        at: 6000,
        attempt: 1,
        again: 1,
        status: "not_sent",
        because: "not_connected",
      },
    ]);
    expect(result).toEqual(unknown.outcome);
    // The store may decide again after a lost commit.
    const twice = answer("not_sent", 1)(found(write));
    expect(twice).toEqual({ result: unknown.outcome });
  });

  test("leaves an unfinished refund unfinished, and nothing counts as being sent", () => {
    const { write, result } = unsent(unfinished);
    expect(write).toMatchObject({ state: "leaving", sendingUntil: 5999 });
    expect(write?.outcome).toBeUndefined();
    expect(result).toMatchObject({ status: "unknown", because: "unfinished" });
    expect(answer("not_sent", 1)(found(write)).result).toMatchObject({ because: "unfinished" });
  });

  test.each(["declined", "not_sent", "succeeded"] as const)(
    "does not keep a late %s of the first request from settling it",
    (status) => {
      const { write } = answer(status)(found(unsent(unfinished).write));
      expect(write).toMatchObject({ state: "settled", outcome: { status } });
    },
  );

  test("does not make the process wait that has the only answer", () => {
    const open = recordOf({ ...unsent(unfinished).write, sendingUntil: 90_000 });
    const evidence = { status: "declined", because: "evidence_recorded", by: "Ana" } as const;
    const settled = settleEvidence({ ...evidence, now: 7000, answeredAttempt: 1 })(found(open));
    expect(settled.result).toMatchObject({ is: "recorded", outcome: { status: "declined" } });
  });

  test("after one that was sent, takes nothing back of that one", () => {
    const first = written(answer("unknown", 1)(found(repeat(unknown))));
    const { write } = unsent(first, 2, 9000);
    expect(write?.history.at(-1)).toMatchObject({ again: 2, status: "not_sent" });
    const late = answer("declined")(found(write));
    expect(late.write?.outcome?.status).toBe("unknown");
    expect(answer("not_sent")(found(write)).write?.outcome?.status).toBe("unknown");
  });

  test("does not undo what was settled meanwhile", () => {
    for (const status of ["succeeded", "pending"] as const) {
      const settled = written(answer(status)(found(repeat(unknown))));
      const { write, result } = answer("not_sent", 1)(found(settled));
      expect([write?.outcome?.status, result?.status]).toEqual([status, status]);
      expect(write?.history.at(-1)).toMatchObject({ again: 1, status: "not_sent" });
    }
  });

  test("is not the outcome of a later attempt", () => {
    const history = [
      ...repeat(unknown).history,
      { what: "evidence", at: 5500, attempt: 1, status: "declined", by: "Ana" },
      { what: "sent", at: 5600, attempt: 2 },
    ] as const;
    const { write, result } = answer("not_sent", 1)(found(recordOf({ attempt: 2, history })));
    expect(write?.state).toBe("leaving");
    expect(result).toMatchObject({ status: "unknown", because: "unfinished" });
  });

  test("leaves a refund to a person if an earlier attempt turned out to have happened", () => {
    const history = [
      { what: "sent", at: 1000, attempt: 1 },
      { what: "evidence", at: 2000, attempt: 1, status: "declined", by: "Ana" },
      { what: "sent", at: 2500, attempt: 2 },
    ] as const;
    const again = repeat(recordIn("unknown", { attempt: 2, history }));
    const late = written(answer("succeeded")(found(again)));
    const { write } = settleAnswer({
      attempt: 2,
      again: 1,
      outcome: outcomeOf("not_sent") as Outcome & { account: string },
      keepAnswer: true,
      now: 6000,
    })(found(late));
    expect(write?.outcome).toMatchObject({ status: "needs_review", because: "evidence_conflicts" });
  });
});

describe("many of them", () => {
  const many = (count: number, because: (nth: number) => NotSentRefund["because"]) => {
    let record = unknown;
    for (let nth = 1; nth <= count; nth++) {
      const now = 10_000 * nth;
      record = written(
        answer("not_sent", nth, now, because(nth))(found(repeat(record, now - 1000))),
      );
    }
    return record;
  };

  test("share one entry with a count, and none of them counts as sent", () => {
    const record = many(500, () => "not_connected");
    expect(record.history).toHaveLength(3);
    expect(record.history.at(-1)).toMatchObject({ again: 500, times: 500, status: "not_sent" });
    expect(written(answer("declined")(found(record))).outcome?.status).toBe("declined");
    const next = repeat(record, 6_000_000);
    expect(next.history.at(-1)).toMatchObject({ what: "sent", again: 501 });
    expect(written(answer("declined")(found(next))).state).toBe("leaving");
  });

  test("have an entry for each reason", () => {
    const record = many(4, (nth) => (nth < 3 ? "not_connected" : "aborted"));
    expect(record.history.map(({ what, again, times }) => [what, again, times])).toEqual([
      ["sent", undefined, undefined],
      ["sent", 1, undefined],
      ["answer", 2, 2],
      ["sent", 3, undefined],
      ["answer", 4, 2],
    ]);
    expect(written(answer("declined")(found(record))).outcome?.status).toBe("declined");
  });
});
