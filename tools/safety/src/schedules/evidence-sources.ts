/** People and webhooks that say what became of a refund. Whoever looks, looks with everything at rest. */
import { type Evidence, isJournalError, isRefundError, type RefundRecord } from "refunds";
import { type Wrong, wrong } from "../processes/truth.ts";
import type { Life, Money } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import { type Hearing, mistaken } from "./outcome-checks.ts";
import type { Process } from "./process.ts";
import { count, type Tally } from "./tally.ts";

export interface People {
  /** Records what is true of every refund that is open. */
  look(process: Pick<Process, "call">): Promise<void>;
  /** Records what is true of a refund, open or not. */
  confirm(life: Life, process: Pick<Process, "call">, source: string): Promise<void>;
  /** Records what is not. */
  err(life: Life, process: Pick<Process, "call">): Promise<void>;
  /** The money comes back, and the bank says so. */
  reverse(life: Life, process: Pick<Process, "call">): Promise<void>;
}

export interface PeopleSetup {
  readonly money: Money;
  readonly hearing: Hearing;
  readonly outages: Outages;
  readonly found: Wrong[];
  readonly tally: Tally;
}

/** The process that saw an answer and could not record it: it need not wait for what it knows is over. */
export const sawIt = "the process that saw it";

type Said = Evidence["status"];

/** What cannot be true together: evidence of the second after a certain outcome of the first. */
const contradictions: Readonly<Record<string, readonly Said[]>> = {
  succeeded: ["declined"],
  declined: ["succeeded", "reversed"],
  reversed: ["succeeded", "declined"],
  not_sent: ["succeeded", "reversed"],
};

const uncertain: readonly string[] = [
  "unknown",
  "unfinished",
  "sending",
  "needs_review",
  "pending",
];

export function peopleOf({ money, hearing, outages, found, tally }: PeopleSetup): People {
  let looks = 0;
  const broken = (text: string) => found.push(wrong("rule broken", text));
  const truth = (life: Life): Said =>
    money.truth(life).moved === 0 ? "declined" : life.reversed ? "reversed" : "succeeded";

  /** People try again until the journal is there. */
  async function insisting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isJournalError(error) || !outages.anyWere) throw error;
      outages.end();
      return work();
    }
  }

  async function say(
    life: Life,
    process: Pick<Process, "call">,
    evidence: Evidence,
  ): Promise<void> {
    const { key } = life.ask;
    const before = await insisting(() => process.call({ key }, (refunds) => refunds.get(key)));
    if (!before) return;
    const outcome = await insisting(() =>
      process.call({ key }, (refunds) => refunds.record(key, evidence)),
    ).catch((error) => {
      const isEarly = isRefundError(error) && error.code === "refund_in_progress";
      const mayBeEarly = before.status === "sending" && evidence.by !== sawIt;
      if (!isEarly || !mayBeEarly) broken(`record() of ${key} rejected: ${error}`);
    });
    if (!outcome) return;
    const { status } = evidence;
    const isWrong = evidence.by.startsWith(mistaken);
    count(tally.settled, `${isWrong ? "wrong word" : "word"}: ${outcome.status}`);
    if (isWrongAfter(before, evidence, outcome.status) && !(await wasAnswered(before, process))) {
      broken(`${key} was ${before.status}, ${status} was recorded, and it is ${outcome.status}`);
    }
    const isNew = before.outcome?.settledBy?.at !== outcome.settledBy?.at;
    if (outcome.status === "declined" && outcome.settledBy && isNew) hearing.free(life);
    if (isWrong) life.wronged = true;
    else if (status !== "declined") life.misled = false;
    if (outcome.status === "needs_review") return;
    life.uncertain = false;
    if (outcome.settledBy) life.believed = false;
    life.settledAt = performance.now();
  }

  /** An answer that came between may have made it something to review, which the evidence decided. */
  async function wasAnswered({ key, history }: RefundRecord, process: Pick<Process, "call">) {
    const after = await insisting(() => process.call({ key }, (refunds) => refunds.get(key)));
    const answers = (entries: RefundRecord["history"]) =>
      entries.filter(({ what }) => what === "answer").length;
    return answers(after?.history ?? []) !== answers(history);
  }

  async function tellTruth(life: Life, process: Pick<Process, "call">, by: string) {
    // Whoever looks waits until what is pending is through.
    const wasThrough = life.through;
    life.through = money.truth(life).moved > 0;
    const { settledAt } = life;
    await say(life, process, { status: truth(life), by });
    if (life.settledAt === settledAt) life.through = wasThrough;
  }

  return {
    async look(process) {
      outages.end();
      const open = await process.call({ key: "" }, (refunds) => refunds.open());
      for (const { key } of open) {
        const life = money.of(key);
        if (life) await tellTruth(life, process, `somebody who looked, ${++looks}`);
      }
    },
    confirm: tellTruth,
    async err(life, process) {
      const status = money.truth(life).moved > 0 ? "declined" : "succeeded";
      await say(life, process, { status, by: `${mistaken}, ${++looks}` });
    },
    async reverse(life, process) {
      // Where a wrong word had it sent twice, nobody could say which of the two came back.
      if (money.truth(life).moved !== 1 || life.reversed) return;
      const before = { ...life };
      life.reversed = true;
      life.through = true;
      await say(life, process, { status: "reversed", by: `the bank, ${++looks}` });
      if (life.settledAt !== before.settledAt) return;
      life.reversed = before.reversed;
      life.through = before.through;
    },
  };
}

function isWrongAfter(before: RefundRecord, evidence: Evidence, after: string): boolean {
  if (isRepeated(before, evidence)) return false;
  const { status: said } = evidence;
  if (contradictions[before.status]?.includes(said)) return after !== "needs_review";
  return uncertain.includes(before.status) && !acceptable(said).includes(after);
}

/** An answer may come in between, and then it must not be lost. */
const acceptable = (said: Said): readonly string[] =>
  said === "declined" ? [said, "not_sent", "needs_review"] : [said, "needs_review"];

/** The same evidence again changes nothing. */
function isRepeated({ history }: RefundRecord, { by, status }: Evidence): boolean {
  const attempt = Math.max(0, ...history.map((entry) => entry.attempt));
  return history.some(
    (entry) =>
      entry.what === "evidence" &&
      entry.attempt === attempt &&
      entry.by === by &&
      entry.status === status,
  );
}
