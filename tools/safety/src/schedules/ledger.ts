/** What becomes of each key at the provider, held against what may become of it. Knows nothing of what the journal says. */
import type { Sandbox, SandboxRequest } from "@refunds/sandbox";
import { keyHeader } from "../processes/shop/messages.ts";
import {
  checkSentOnce,
  type Truth,
  truthOf,
  type Violation,
  violation,
} from "../processes/truth.ts";
import type { Fetch } from "./fetches.ts";
import { type Call, currentCall } from "./process.ts";
import { type RefundRequest, siblingOf } from "./scene.ts";
import { count, type Tally } from "./tally.ts";

/** One key, and what is known of it apart from the journal. */
export interface TrackedRefund {
  readonly request: RefundRequest;
  readonly sibling: TrackedRefund;
  /** How often it was said not to have happened, so that it may be sent again. */
  freed: number;
  /** Ledger moved, and a wrong word says that it did not: nobody has told the truth since. */
  misled: boolean;
  /** Attempts that were sent while that was so: the price of a wrong word. */
  readonly excused: Set<string>;
  /** The ledger came back. */
  reversed: boolean;
  /** It was pending, and somebody has seen it go through. */
  through: boolean;
  /** It may have happened, and no caller can know. */
  uncertain: boolean;
  /** Calls whose requests have left and have no answer. */
  readonly underWay: Set<Call>;
  /** When evidence settled it, in milliseconds that nobody sets back. What left before that is no longer uncertain. */
  settledAt: number;
  /** Somebody said what is not true. */
  wronged: boolean;
  /** When a call began that was answered by a cache, in milliseconds that nobody sets back. */
  cachedSince: number | undefined;
  /** The answer of a cache was taken for its own. */
  believed: boolean;
  /** Payments as its requests named them, as text. */
  readonly named: Set<string>;
  /** What clients made of its answers, where the journal said that it recorded that. */
  readonly answers: Set<string>;
  /** What its last refund that happened said can be refunded of the payment, and when. */
  refundable: { readonly value: number; readonly nth: number } | undefined;
}

export interface Ledger {
  readonly refunds: readonly TrackedRefund[];
  of(key: string): TrackedRefund | undefined;
  /** All attempts of a key. */
  truth(tracked: TrackedRefund): Truth;
  /** The attempts before the n-th. */
  movedBefore(tracked: TrackedRefund, nth: number): number;
  /** Notes what leaves, and which call it belongs to. */
  readonly network: Fetch;
  isRefund(url: string): boolean;
  /** Judges what has arrived since it was called last. */
  judge(): Violation[];
  /** Once everything is over. */
  atTheEnd(): Violation[];
}

const callHeader = "x-safety-call";

/** What was true when a request left. */
interface SentRequest {
  readonly call: Call;
  readonly tracked: TrackedRefund;
  readonly misled: boolean;
  /** The payment's other refund may have happened, or is being sent. */
  readonly isTooEarly: boolean;
  readonly refundable: number | undefined;
}

export function ledgerOf(
  sandbox: Sandbox,
  requests: readonly RefundRequest[],
  tally: Tally,
): Ledger {
  const refunds = trackRefunds(requests);
  const named = new Map(refunds.map((tracked) => [tracked.request.key, tracked]));
  const sentRequests: SentRequest[] = [];
  const refundUrls = new Set<string>();
  let judged = 0;
  let moved = 0;
  /** Those whose refund is judged. */
  const happened = new Set<TrackedRefund>();
  const attemptName = ({ request, freed }: TrackedRefund) => `${request.key}#${freed}`;

  const attempts = (tracked: TrackedRefund, before = tracked.freed + 1) =>
    Array.from({ length: before }, (_, at) =>
      truthOf(`${tracked.request.key}#${at}`, sandbox.requests),
    );
  const movedIn = (truths: readonly Truth[]) => truths.reduce((sum, one) => sum + one.moved, 0);

  function truth(tracked: TrackedRefund): Truth {
    const all = attempts(tracked);
    return {
      ...(all.at(-1) as Truth),
      moved: movedIn(all),
      pending: tracked.through ? 0 : all.reduce((sum, { pending }) => sum + pending, 0),
      reversed: tracked.reversed,
    };
  }

  function judgeOne(request: SandboxRequest): Violation[] {
    if (request.operation !== "refund" || !request.arrived) return [];
    refundUrls.add(request.url);
    const sent = sentRequests[Number(request.headers[callHeader])];
    if (!sent)
      return [violation("rule broken", `a refund of ${request.url} came from no refund()`)];
    const { tracked, isTooEarly } = sent;
    const { key } = tracked.request;
    sent.call.arrived = true;
    const early = isTooEarly
      ? [
          violation(
            "rule broken",
            `${key} was sent while ${tracked.sibling.request.key} was uncertain`,
          ),
        ]
      : [];
    return request.moved ? [...early, ...judgeRefund(sent)] : early;
  }

  function judgeRefund(sent: SentRequest): Violation[] {
    const { tracked, misled } = sent;
    const { request, sibling } = tracked;
    const refund = sandbox.refunds[moved++];
    const asked = request.amount?.value;
    const isOther = (name: string) => refund?.payment[name] !== request.payment[name];
    // A reference that is new with each call is none of the payment's own.
    const identifier = Object.keys(request.payment)[0] as string;
    const found = isOther(identifier)
      ? [violation("rule broken", `${request.key} refunded another payment`)]
      : asked !== undefined && refund?.amount.value !== asked
        ? [
            violation(
              "rule broken",
              `${request.key} refunded ${refund?.amount.value}, not ${asked}`,
            ),
          ]
        : [];
    const limit = sent.refundable ?? lastRefundable([tracked, sibling]);
    if (sent.refundable !== undefined) {
      tracked.refundable = { value: sent.refundable, nth: moved };
    }
    happened.add(tracked);
    const others = happened.has(sibling) && !sibling.reversed ? sibling.request.amount?.value : 0;
    const sum = (asked ?? 0) + (others ?? 0);
    if (limit === undefined || sum <= limit || misled) return found;
    // It frees what was refunded, and lets an attempt that was never sent say what can be.
    if (sibling.wronged || tracked.wronged) {
      count(tally.notPromised, "more refunded than there is, after a wrong word");
      return found;
    }
    return [...found, violation("double refund", `${sum} of ${limit} was refunded`)];
  }

  return {
    refunds,
    of: (key) => named.get(key),
    truth,
    movedBefore: (tracked, nth) => movedIn(attempts(tracked, nth)),
    async network(request) {
      const call = currentCall();
      const tracked = named.get(call?.key ?? "");
      // A process may have died while its patched `fetch` waited; or its connection has, while it slept.
      if (call && call.process.stepsLeft < 0) return new Promise(() => {});
      if (call && call.process.naps > call.napsBefore) throw new TypeError("fetch failed");
      if (call && tracked) {
        call.sent = true;
        tracked.underWay.add(call);
        const { refundable } = call;
        const { misled, sibling } = tracked;
        const isTooEarly =
          sibling.uncertain ||
          [...sibling.underWay].some(({ startedAt }) => startedAt > sibling.settledAt);
        request.headers.set(callHeader, `${sentRequests.length}`);
        request.headers.set(keyHeader, attemptName(tracked));
        if (misled) tracked.excused.add(attemptName(tracked));
        sentRequests.push({ call, tracked, misled, isTooEarly, refundable });
      }
      try {
        return await sandbox.fetch(request);
      } finally {
        if (call) tracked?.underWay.delete(call);
      }
    },
    isRefund: (url) =>
      refundUrls.has(url) ||
      sandbox.requests.some((one) => one.url === url && one.operation === "refund"),
    judge() {
      const { requests } = sandbox;
      const found = requests.slice(judged).flatMap(judgeOne);
      judged = requests.length;
      return found;
    },
    atTheEnd: () => refunds.flatMap(twiceOverAll),
  };

  function twiceOverAll(tracked: TrackedRefund): Violation[] {
    const { key } = tracked.request;
    const all = attempts(tracked);
    const excused = all.reduce(
      (sum, { moved }, nth) => sum + (tracked.excused.has(`${key}#${nth}`) ? moved : 0),
      0,
    );
    const own = movedIn(all) - excused;
    if (excused > 0) count(tally.notPromised, "a key refunded checkSentOnce, after a wrong word");
    return [
      ...(own > 1 ? [violation("double refund", `${key} was refunded ${own} times`)] : []),
      ...all.flatMap((one, nth) => checkSentOnce(`${key}#${nth}`, one)),
    ];
  }
}

const lastRefundable = (refunds: readonly TrackedRefund[]): number | undefined =>
  refunds
    .flatMap(({ refundable }) => refundable ?? [])
    .toSorted((a, b) => a.nth - b.nth)
    .at(-1)?.value;

function trackRefunds(requests: readonly RefundRequest[]): TrackedRefund[] {
  const refunds: TrackedRefund[] = requests.map((request, at) => ({
    request,
    get sibling() {
      return refunds[siblingOf(at)] as TrackedRefund;
    },
    freed: 0,
    misled: false,
    excused: new Set(),
    reversed: false,
    through: false,
    uncertain: false,
    underWay: new Set(),
    settledAt: -1,
    wronged: false,
    cachedSince: undefined,
    believed: false,
    named: new Set(),
    answers: new Set(),
    refundable: undefined,
  }));
  return refunds;
}
