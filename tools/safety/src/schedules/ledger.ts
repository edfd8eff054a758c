/** What becomes of each key at the provider, held against what may become of it. Knows nothing of what the journal says. */
import type { Sandbox, SandboxRequest } from "@refunds/sandbox";
import { keyHeader } from "../processes/shop/messages.ts";
import { type Truth, truthOf, twice, type Wrong, wrong } from "../processes/truth.ts";
import type { Fetch } from "./fetches.ts";
import { type Call, currentCall } from "./process.ts";
import { type Ask, siblingOf } from "./scene.ts";
import { count, type Tally } from "./tally.ts";

/** One key, and what is known of it apart from the journal. */
export interface Life {
  readonly ask: Ask;
  readonly sibling: Life;
  /** How often it was said not to have happened, so that it may be sent again. */
  freed: number;
  /** Money moved, and a wrong word says that it did not: nobody has told the truth since. */
  misled: boolean;
  /** Attempts that were sent while that was so: the price of a wrong word. */
  readonly excused: Set<string>;
  /** The money came back. */
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

export interface Money {
  readonly lives: readonly Life[];
  of(key: string): Life | undefined;
  /** All attempts of a key. */
  truth(life: Life): Truth;
  /** The attempts before the n-th. */
  movedBefore(life: Life, nth: number): number;
  /** Notes what leaves, and which call it belongs to. */
  readonly network: Fetch;
  isRefund(url: string): boolean;
  /** Judges what has arrived since it was called last. */
  judge(): Wrong[];
  /** Once everything is over. */
  atTheEnd(): Wrong[];
}

const callHeader = "x-safety-call";

/** What was true when a request left. */
interface Leaving {
  readonly call: Call;
  readonly life: Life;
  readonly misled: boolean;
  /** The payment's other refund may have happened, or is being sent. */
  readonly isTooEarly: boolean;
  readonly refundable: number | undefined;
}

export function moneyOf(sandbox: Sandbox, asks: readonly Ask[], tally: Tally): Money {
  const lives = livesOf(asks);
  const named = new Map(lives.map((life) => [life.ask.key, life]));
  const leavings: Leaving[] = [];
  const refundUrls = new Set<string>();
  let judged = 0;
  let moved = 0;
  /** Those whose refund is judged. */
  const happened = new Set<Life>();
  const markOf = ({ ask, freed }: Life) => `${ask.key}#${freed}`;

  const attempts = (life: Life, before = life.freed + 1) =>
    Array.from({ length: before }, (_, at) => truthOf(`${life.ask.key}#${at}`, sandbox.requests));
  const movedIn = (truths: readonly Truth[]) => truths.reduce((sum, one) => sum + one.moved, 0);

  function truth(life: Life): Truth {
    const all = attempts(life);
    return {
      ...(all.at(-1) as Truth),
      moved: movedIn(all),
      pending: life.through ? 0 : all.reduce((sum, { pending }) => sum + pending, 0),
      reversed: life.reversed,
    };
  }

  function judgeOne(request: SandboxRequest): Wrong[] {
    if (request.operation !== "refund" || !request.arrived) return [];
    refundUrls.add(request.url);
    const leaving = leavings[Number(request.headers[callHeader])];
    if (!leaving) return [wrong("rule broken", `a refund of ${request.url} came from no refund()`)];
    const { life, isTooEarly } = leaving;
    const { key } = life.ask;
    leaving.call.arrived = true;
    const early = isTooEarly
      ? [wrong("rule broken", `${key} was sent while ${life.sibling.ask.key} was uncertain`)]
      : [];
    return request.moved ? [...early, ...judgeRefund(leaving)] : early;
  }

  function judgeRefund(leaving: Leaving): Wrong[] {
    const { life, misled } = leaving;
    const { ask, sibling } = life;
    const refund = sandbox.refunds[moved++];
    const asked = ask.amount?.value;
    const isOther = (name: string) => refund?.payment[name] !== ask.payment[name];
    // A reference that is new with each call is none of the payment's own.
    const identifier = Object.keys(ask.payment)[0] as string;
    const found = isOther(identifier)
      ? [wrong("rule broken", `${ask.key} refunded another payment`)]
      : asked !== undefined && refund?.amount.value !== asked
        ? [wrong("rule broken", `${ask.key} refunded ${refund?.amount.value}, not ${asked}`)]
        : [];
    const limit = leaving.refundable ?? lastRefundable([life, sibling]);
    if (leaving.refundable !== undefined) {
      life.refundable = { value: leaving.refundable, nth: moved };
    }
    happened.add(life);
    const others = happened.has(sibling) && !sibling.reversed ? sibling.ask.amount?.value : 0;
    const sum = (asked ?? 0) + (others ?? 0);
    if (limit === undefined || sum <= limit || misled) return found;
    // It frees what was refunded, and lets an attempt that was never sent say what can be.
    if (sibling.wronged || life.wronged) {
      count(tally.prices, "more refunded than there is, after a wrong word");
      return found;
    }
    return [...found, wrong("double refund", `${sum} of ${limit} was refunded`)];
  }

  return {
    lives,
    of: (key) => named.get(key),
    truth,
    movedBefore: (life, nth) => movedIn(attempts(life, nth)),
    async network(request) {
      const call = currentCall();
      const life = named.get(call?.key ?? "");
      // A process may have died while its patched `fetch` waited; or its connection has, while it slept.
      if (call && call.process.stepsLeft < 0) return new Promise(() => {});
      if (call && call.process.naps > call.napsBefore) throw new TypeError("fetch failed");
      if (call && life) {
        call.sent = true;
        life.underWay.add(call);
        const { refundable } = call;
        const { misled, sibling } = life;
        const isTooEarly =
          sibling.uncertain ||
          [...sibling.underWay].some(({ startedAt }) => startedAt > sibling.settledAt);
        request.headers.set(callHeader, `${leavings.length}`);
        request.headers.set(keyHeader, markOf(life));
        if (misled) life.excused.add(markOf(life));
        leavings.push({ call, life, misled, isTooEarly, refundable });
      }
      try {
        return await sandbox.fetch(request);
      } finally {
        if (call) life?.underWay.delete(call);
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
    atTheEnd: () => lives.flatMap(twiceOverAll),
  };

  function twiceOverAll(life: Life): Wrong[] {
    const { key } = life.ask;
    const all = attempts(life);
    const excused = all.reduce(
      (sum, { moved }, nth) => sum + (life.excused.has(`${key}#${nth}`) ? moved : 0),
      0,
    );
    const own = movedIn(all) - excused;
    if (excused > 0) count(tally.prices, "a key refunded twice, after a wrong word");
    return [
      ...(own > 1 ? [wrong("double refund", `${key} was refunded ${own} times`)] : []),
      ...all.flatMap((one, nth) => twice(`${key}#${nth}`, one)),
    ];
  }
}

const lastRefundable = (lives: readonly Life[]): number | undefined =>
  lives
    .flatMap(({ refundable }) => refundable ?? [])
    .toSorted((a, b) => a.nth - b.nth)
    .at(-1)?.value;

function livesOf(asks: readonly Ask[]): Life[] {
  const lives: Life[] = asks.map((ask, at) => ({
    ask,
    get sibling() {
      return lives[siblingOf(at)] as Life;
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
  return lives;
}
