/** A made-up provider that remembers keys, written by hand: it knows nothing of core, the journal or the sandbox. */

/** What differs between providers that remember keys. */
export interface KeyRules {
  readonly rememberedMs: number;
  /** `first`: declines are remembered, too. */
  readonly answers: "first" | "latest";
  /** `ignored`: a key with another body gets the same answer. */
  readonly body: "same" | "ignored";
}

/** What happens to one request. */
export const keyFaults = [
  "none",
  "lost on the way",
  "answer lost",
  "late",
  "slow",
  "refused in front",
  "forgotten error",
  "error after moving",
  "declined",
] as const;

export type KeyFault = (typeof keyFaults)[number];

interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Remembered {
  readonly at: number;
  readonly body: string;
  /** Absent while the first request is at work. */
  answer?: Answer;
}

const failure = (status: number, code: string): Answer => ({ status, body: { error: { code } } });

export class RememberingProvider {
  readonly #rules: KeyRules;
  readonly #draw: () => { readonly fault: KeyFault; readonly delayMs: number };
  readonly #remembered = new Map<string, Remembered>();
  readonly #moved = new Map<string, number>();
  /** How often each key's request was answered from memory, and other events. */
  readonly events: Record<string, number> = {};
  #refunds = 0;

  constructor(rules: KeyRules, draw: () => { fault: KeyFault; delayMs: number }) {
    this.#rules = rules;
    this.#draw = draw;
  }

  /** How often money moved for a payment. */
  moved(payment: string): number {
    return this.#moved.get(payment) ?? 0;
  }

  /** Another program has used this key, for another amount. */
  useElsewhere(key: string, payment: string): void {
    const body = JSON.stringify({ payment, amount: 7, currency: "EUR" });
    this.#remembered.set(key, { at: performance.now(), body, answer: this.#success(body) });
  }

  /** The network and the provider. It keeps time by a clock that no one sets. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const { fault, delayMs } = this.#draw();
    const key = request.headers.get("idempotency-key") ?? "";
    const body = await request.text();
    this.#count(fault);
    const respond = ({ status, body }: Answer) => Response.json(body, { status });
    switch (fault) {
      case "lost on the way":
        throw new TypeError("fetch failed");
      case "answer lost":
        this.#receive(key, body, "none");
        throw new TypeError("fetch failed");
      case "late":
        setTimeout(() => this.#receive(key, body, "none"), delayMs);
        return new Promise(() => {});
      case "slow":
        this.#receive(key, body, fault, delayMs);
        return new Promise(() => {});
      case "refused in front":
        return respond(failure(401, "invalid_api_key"));
      case "forgotten error":
        return respond(failure(402, "try_later"));
      case "error after moving":
        this.#receive(key, body, "none");
        return respond(failure(500, "internal_error"));
      default:
        return respond(this.#receive(key, body, fault));
    }
  };

  #receive(key: string, body: string, fault: KeyFault, delayMs = 0): Answer {
    const now = performance.now();
    const earlier = this.#remembered.get(key);
    if (earlier && now - earlier.at < this.#rules.rememberedMs) {
      this.#count("answered from memory");
      if (this.#rules.body === "same" && earlier.body !== body) return failure(400, "key_reused");
      return earlier.answer ?? failure(409, "key_in_use");
    }
    const remembered: Remembered = { at: now, body };
    this.#remembered.set(key, remembered);
    if (fault === "slow") {
      setTimeout(() => {
        remembered.answer = this.#move(body);
      }, delayMs);
      return failure(409, "key_in_use");
    }
    if (fault === "declined") {
      const answer = failure(402, "balance_too_low");
      if (this.#rules.answers === "first") remembered.answer = answer;
      else this.#remembered.delete(key);
      return answer;
    }
    remembered.answer = this.#move(body);
    return remembered.answer;
  }

  #move(body: string): Answer {
    const { payment } = JSON.parse(body);
    this.#moved.set(payment, this.moved(payment) + 1);
    return this.#success(body);
  }

  #success(body: string): Answer {
    const id = `re_${++this.#refunds}`;
    return { status: 200, body: { id, status: "succeeded", ...JSON.parse(body) } };
  }

  #count(event: string): void {
    this.events[event] = (this.events[event] ?? 0) + 1;
  }
}
