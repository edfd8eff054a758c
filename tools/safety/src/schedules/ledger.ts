/** Tracks what happens to each key at the provider, and checks it against the rules. Does not know the journal. */
import type { Sandbox, SandboxRequest } from "@refunds/sandbox";
import { keyHeader } from "../processes/shop/messages.ts";
import { isTokenRefused, type Truth, type Violation, violation } from "../processes/truth.ts";
import { attemptsOf, movedIn, truthOfAll } from "./attempts.ts";
import type { Call } from "./call.ts";
import { checkKey } from "./check-key.ts";
import { KeyFaults, type KeyFaultsSetup } from "./key-faults.ts";
import { Movements } from "./movements.ts";
import { currentCall } from "./process.ts";
import { isRepeated, numberHeader, RememberedKeys } from "./remembered-keys.ts";
import type { RefundRequest } from "./scene.ts";
import { currentSending, sentKeyOf } from "./sendings.ts";
import type { SentRequest } from "./sent-request.ts";
import { count, type Tally } from "./tally.ts";
import { attemptName, type TrackedRefund, trackRefunds } from "./tracked-refund.ts";

export interface LedgerSetup extends Omit<KeyFaultsSetup, "events"> {
  readonly sandbox: Sandbox;
  readonly requests: readonly RefundRequest[];
  readonly tally: Tally;
}

export class Ledger {
  readonly refunds: readonly TrackedRefund[];
  readonly #sandbox: Sandbox;
  readonly #tally: Tally;
  readonly #byKey: ReadonlyMap<string, TrackedRefund>;
  readonly #sentRequests: SentRequest[] = [];
  readonly #refundUrls = new Set<string>();
  /** Whether the provider says for how long it remembers keys. */
  readonly #remembers: boolean;
  readonly #keys: RememberedKeys;
  readonly keyFaults: KeyFaults;
  readonly #movements: Movements;
  #checkedRequests = 0;

  constructor({ sandbox, requests, tally, sameKey, random }: LedgerSetup) {
    this.#sandbox = sandbox;
    this.#tally = tally;
    this.#movements = new Movements(sandbox, tally);
    this.#remembers = sameKey?.for !== undefined;
    this.#keys = new RememberedKeys(1000 * (sameKey?.for ?? 0), tally.events);
    this.keyFaults = new KeyFaults({ sameKey, random, events: tally.events });
    this.refunds = trackRefunds(requests);
    this.#byKey = new Map(this.refunds.map((tracked) => [tracked.request.key, tracked]));
  }

  of(key: string): TrackedRefund | undefined {
    return this.#byKey.get(key);
  }

  /** What happened in all attempts of a key. */
  truth(tracked: TrackedRefund): Truth {
    return truthOfAll(tracked, this.#sandbox.requests);
  }

  /** Which refund of the sandbox its latest one is; -1 if none moved money. */
  latestMove(tracked: TrackedRefund): number {
    return this.#movements.latestOf(tracked);
  }

  /** Whether its amount counts against the refundable amount of the payment. */
  takesAmount(tracked: TrackedRefund): boolean {
    return this.truth(tracked).moved > 0 && !tracked.reversed;
  }

  /** How often money moved in the attempts before the n-th. */
  movedBefore(tracked: TrackedRefund, nth: number): number {
    return movedIn(attemptsOf(tracked, this.#sandbox.requests, nth));
  }

  /** Sends a request to the sandbox, and notes which call it belongs to. */
  readonly network = async (request: Request): Promise<Response> => {
    const call = currentCall();
    const sending = currentSending();
    const tracked = this.#byKey.get(sending?.key ?? "") ?? this.#byKey.get(call?.key ?? "");
    // The process may have died while its patched `fetch` waited. Or it slept, and its connection is lost.
    if (call && call.process.stepsLeft < 0) return new Promise(() => {});
    if (call && call.process.naps > call.napsBefore) throw new TypeError("fetch failed");
    const sentKey = this.#remembers ? await sentKeyOf(request) : undefined;
    if (call && tracked) this.#noteSent(request, call, tracked, sentKey);
    try {
      const { fetch } = this.#sandbox;
      if (sentKey === undefined) return await fetch(request);
      return await this.keyFaults.send(request, sentKey, (one) => fetch(one));
    } finally {
      if (call) tracked?.underWay.delete(call);
    }
  };

  /** Notes that a call begins to send, so it has just written the record. A patched `fetch` may fail before the network. */
  readonly begins = (call: Call): void => {
    const tracked = this.of(call.key);
    if (!tracked || !call.refunds || call.attempts !== undefined) return;
    call.attempts = tracked.freed + 1;
    tracked.recordedBy.clear();
    tracked.recordedBy.add(call);
  };

  /** Whether the last request to this URL was a refund. */
  readonly isRefund = (url: string): boolean =>
    this.#refundUrls.has(url) ||
    this.#sandbox.requests.some((one) => one.url === url && one.operation === "refund");

  /** Checks the requests that arrived since the last call. */
  check(): Violation[] {
    const { requests } = this.#sandbox;
    const found = requests
      .slice(this.#checkedRequests)
      .flatMap((request) => this.#checkRequest(request));
    this.#checkedRequests = requests.length;
    return found;
  }

  /** Checks all attempts of each key, at the end of a schedule. */
  atTheEnd(): Violation[] {
    const { requests } = this.#sandbox;
    return this.refunds.flatMap((tracked) => checkKey(tracked, requests, this.#keys, this.#tally));
  }

  #noteSent(request: Request, call: Call, tracked: TrackedRefund, sentKey: string | undefined) {
    call.sent = true;
    if (currentSending()?.operation !== "query") tracked.underWay.add(call);
    const { misled, sibling } = tracked;
    const isTooEarly =
      sibling.uncertain ||
      [...sibling.underWay].some(({ startedAt }) => startedAt > sibling.settledAt);
    request.headers.set(numberHeader, `${this.#sentRequests.length}`);
    request.headers.set(keyHeader, attemptName(tracked));
    if (misled) tracked.excused.add(attemptName(tracked));
    const refundables = [...tracked.recordedBy].map(({ refundable }) => refundable);
    this.#sentRequests.push({
      ...{ call, tracked, misled, isTooEarly, refundables, at: Date.now() },
      ...(sentKey !== undefined && { sentKey }),
    });
  }

  #checkRequest(request: SandboxRequest): Violation[] {
    if (request.operation !== "refund" || !request.arrived) return [];
    this.#refundUrls.add(request.url);
    const sent = this.#sentRequests[Number(request.headers[numberHeader])];
    if (!sent) {
      return [violation("rule broken", `no refund() call sent the refund to ${request.url}`)];
    }
    const { tracked, isTooEarly } = sent;
    const { key } = tracked.request;
    if (!isTokenRefused(request, this.#sandbox.requests)) sent.call.arrived = true;
    // The first answer says what was known then, whatever a person has seen since.
    if (isRepeated(request)) tracked.through = 0;
    if (sent.sentKey !== undefined) this.#keys.note(sent.sentKey, request, sent.at);
    if (!sent.call.refunds) count(this.#tally.events, "sent again under its key");
    const early = isTooEarly
      ? [
          violation(
            "rule broken",
            `${key} was sent while ${tracked.sibling.request.key} was uncertain`,
          ),
        ]
      : [];
    return request.moved ? [...early, ...this.#movements.check(sent)] : early;
  }
}
