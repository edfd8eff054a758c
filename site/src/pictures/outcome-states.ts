/** The life of an outcome, from the tables and the rules of the journal. Nothing of it is drawn by hand. */
import { openRefund, type RefundState, states } from "@refunds/journal";
import {
  relationOfEvidence,
  relationOfLateAnswer,
  relationOfNotification,
} from "../../../packages/journal/src/rules/relation.ts";
import type { Tone } from "./colours.ts";
import type { Arrow, Graph } from "./draw.ts";

const stateNames = Object.keys(states) as RefundState[];

const toneOf = (state: RefundState): Tone => {
  const { open, happened } = states[state];
  if (happened === "maybe") return "bad";
  if (open) return "open";
  return happened === "yes" ? "good" : "quiet";
};

const whatItMeans = (state: RefundState): string[] => {
  const { open, blocksPayment, happened } = states[state];
  const yes = open ? "accepted" : "it happened";
  const money = { yes, no: "it did not happen", maybe: "it may have happened" }[happened];
  return [money, blocksPayment ? "open, blocks its payment" : open ? "open" : "final"];
};

type Cause = "answer" | "evidence" | "contradiction" | "sent again";

/** Every change of state that the tables and the rules allow, with what causes it. */
export function changes(): Map<string, Set<Cause>> {
  const found = new Map<string, Set<Cause>>();
  const add = (from: RefundState, to: RefundState, cause: Cause) => {
    if (from === to) return;
    const name = `${from} ${to}`;
    found.set(name, (found.get(name) ?? new Set<Cause>()).add(cause));
  };
  for (const status of Object.keys(relationOfLateAnswer.unknown)) {
    add("leaving", status as RefundState, "answer");
  }
  for (const from of stateNames) {
    for (const table of [relationOfEvidence, relationOfNotification]) {
      for (const [to, relation] of Object.entries(table[from])) {
        if (relation === "settles") add(from, to as RefundState, "evidence");
        if (relation === "conflicts") add(from, "needs_review", "contradiction");
      }
    }
    if (from === "leaving") continue;
    for (const [to, relation] of Object.entries(relationOfLateAnswer[from])) {
      if (relation === "settles") add(from, to as RefundState, "answer");
      if (relation === "conflicts") add(from, "needs_review", "contradiction");
    }
    if (isSentAgain(from)) add(from, "leaving", "sent again");
  }
  return found;
}

/** Asks the rule itself, with `resend` and an outcome that evidence has settled. */
function isSentAgain(status: Exclude<RefundState, "leaving">): boolean {
  const refund = {
    key: "k",
    account: "a",
    provider: "p",
    payment: "1",
    request: "{}",
    sendingUntil: 2,
    now: 3,
    resend: true,
  };
  const outcome = {
    status,
    because: "evidence_recorded",
    retryable: false,
    provider: "p",
  } as never;
  const { now: _, resend: __, ...record } = refund;
  const before = {
    ...record,
    state: "settled",
    attempt: 1,
    outcome,
    history: [],
    openedAt: 1,
    changedAt: 1,
  } as const;
  const found = { record: before, ofPayment: [before], withRefundId: [] };
  return openRefund(refund)(found).result.is === "send";
}

const shownAs: Readonly<Record<Cause, Pick<Arrow, "tone" | "dashed" | "loose">>> = {
  answer: { tone: "plain" },
  evidence: { tone: "good" },
  contradiction: { tone: "bad", dashed: true },
  "sent again": { tone: "open", dashed: true, loose: true },
};

/** Where several cause the same change, the one that does so most often gives the colour. */
const orderFrom = (state: string): readonly Cause[] =>
  state === "leaving"
    ? ["answer", "evidence"]
    : ["evidence", "answer", "sent again", "contradiction"];

export function outcomeStates(): Graph {
  const arrows = [...changes()].map(([name, causes]): Arrow => {
    const [from = "", to = ""] = name.split(" ");
    const cause = orderFrom(from).find((each) => causes.has(each)) ?? "answer";
    return {
      from,
      to,
      ...shownAs[cause],
      ...(to === "needs_review" && { loose: from !== "leaving" }),
    };
  });
  const boxes = stateNames.map((state) => ({
    id: state,
    text: [state === "leaving" ? "sent, no outcome yet" : state, ...whatItMeans(state)],
    tone: toneOf(state),
  }));
  return { title: "The life of an outcome", direction: "TB", boxes, arrows };
}
