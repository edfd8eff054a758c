/** What goes wrong at providers that remember keys, in addition to the faults of the sandbox. */
import { type EvidenceTable, putAt } from "@refunds/core/provider";
import { type Counts, count } from "./tally.ts";

type SameKey = NonNullable<EvidenceTable["sameKey"]>;
type Condition = NonNullable<SameKey["busy"]>[number];
type Send = (request: Request) => Promise<Response>;

/** What only schedules of providers that remember keys have. */
export const keyEvents = [
  "answered from a key's memory",
  "busy keys",
  "errors that are not remembered",
  "keys of another request",
  "late requests",
  "refused in front of the keys",
  "sent again under its key",
  "too late to be sent again",
] as const;

export interface KeyFaultsSetup {
  /** Absent if the provider does not say for how long it remembers keys. Then nothing goes wrong here. */
  readonly sameKey: SameKey | undefined;
  readonly random: (bound: number) => number;
  readonly events: Counts;
}

const shares = [0.03, 0.5, 0.88, 1.02];

/** A late request arrives before the journal stops to count it as being sent. */
const longestDelayMs = 10_000;

/** How long the provider has to answer it, although no one reads the answer. */
const answerMs = 1000;

export class KeyFaults {
  readonly #setup: KeyFaultsSetup;
  readonly #seen = new Set<string>();
  readonly #foreign = new Set<string>();
  /** Requests that their callers no longer wait for, and that have not arrived yet. */
  readonly #late = new Map<string, Promise<unknown>>();

  constructor(setup: KeyFaultsSetup) {
    this.#setup = setup;
  }

  get anyLate(): boolean {
    return this.#late.size > 0;
  }

  /** Milliseconds: a share of the time for which the provider remembers keys, or just over it. */
  drawPause(): number | undefined {
    const { sameKey, random } = this.#setup;
    if (!sameKey?.for) return undefined;
    return 1000 * sameKey.for * (shares[random(shares.length)] ?? 0);
  }

  /** Sends a refund, or answers in the provider's place. */
  async send(request: Request, sentKey: string, send: Send): Promise<Response> {
    const { sameKey, random, events } = this.#setup;
    if (!sameKey?.for) return send(request);
    // A patched `fetch` may have waited for longer than its caller.
    request.signal.throwIfAborted();
    const { busy, mismatch, forgets } = sameKey;
    const answer = (event: string, conditions: readonly Condition[]) => {
      count(events, event);
      return answerTo(conditions[random(conditions.length)] ?? {});
    };
    const isNew = !this.#seen.has(sentKey);
    this.#seen.add(sentKey);
    if (this.#foreign.has(sentKey)) return answer("keys of another request", mismatch ?? []);
    if (this.#late.has(sentKey) && busy) return answer("busy keys", busy);
    switch (random(12)) {
      case 0:
        return this.#sendLate(request, sentKey, send);
      case 1:
        if (!forgets) return send(request);
        return answer("errors that are not remembered", forgets);
      case 2:
        count(events, "refused in front of the keys");
        return send(unauthorized(request));
      case 3:
        if (!isNew || !mismatch) return send(request);
        this.#foreign.add(sentKey);
        return answer("keys of another request", mismatch);
      default:
        return send(request);
    }
  }

  /** The connection breaks, and the request arrives later. */
  async #sendLate(request: Request, sentKey: string, send: Send): Promise<Response> {
    const { random, events } = this.#setup;
    count(events, "late requests");
    const { method, headers, url, signal } = request;
    const connection = new AbortController();
    const body = await request.text();
    const copy = new Request(url, { method, headers, body, signal: connection.signal });
    const arrival = pause(1 + random(longestDelayMs))
      .then(() => {
        void pause(answerMs).then(() => connection.abort());
        return send(copy);
      })
      .catch(() => {})
      .finally(() => this.#late.delete(sentKey));
    this.#late.set(sentKey, arrival);
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }
}

/** The request with credentials that the provider does not know. */
function unauthorized(request: Request): Request {
  request.headers.set("authorization", "Bearer of-another-merchant");
  return request;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An answer for which the condition holds. */
function answerTo({ http = "400", ...at }: Condition): Response {
  const body = {};
  for (const [pointer, expected] of Object.entries(at)) {
    const value =
      typeof expected === "object" && "present" in expected ? "present" : first(expected);
    putAt(body, pointer.replaceAll("*", "0") as never, value);
  }
  const status = Number(String(first(http as string)).replace("XX", "00"));
  return Response.json(body, { status });
}

const first = (expected: string | readonly string[]): string => [expected].flat()[0] ?? "";
