/** What a provider remembers of the requests that arrived, by the time that it documents. Does not know the journal. */
import type { SandboxRequest } from "@refunds/sandbox";
import { keyHeader } from "../processes/shop/messages.ts";
import { againIn, refundRequests } from "../processes/truth.ts";
import { type Counts, count } from "./tally.ts";

/** The header with the number of a request. */
export const numberHeader = "x-safety-call";

/** Whether the provider answered from its memory of the key. */
export const isRepeated = ({ because = "" }: SandboxRequest): boolean =>
  because.includes("repeats the first answer");

interface FirstRequest {
  readonly url: string;
  readonly body: string;
  readonly at: number;
}

export class RememberedKeys {
  readonly #rememberedMs: number;
  readonly #events: Counts;
  readonly #first = new Map<string, FirstRequest>();
  /** The numbers of requests that repeat one that the provider remembers. */
  readonly #repeating = new Set<string | undefined>();

  /** @param rememberedMs 0 if the provider does not say that it remembers keys */
  constructor(rememberedMs: number, events: Counts) {
    this.#rememberedMs = rememberedMs;
    this.#events = events;
  }

  /**
   * Notes a request that arrived. If it repeats one that the provider remembers, it moves no more money.
   * @param at when it left, in Unix milliseconds
   */
  note(sentKey: string, request: SandboxRequest, at: number): void {
    const { url, body, headers } = request;
    const first = this.#first.get(sentKey);
    if (!first || at - first.at > this.#rememberedMs) {
      this.#first.set(sentKey, { url, body, at });
      return;
    }
    if (first.url !== url || first.body !== body) return;
    this.#repeating.add(headers[numberHeader]);
    if (isRepeated(request)) count(this.#events, "answered from a key's memory");
  }

  /** How often an attempt was sent again although no key made that safe. */
  forbidden(attempt: string, requests: readonly SandboxRequest[]): number {
    const own = refundRequests(requests).filter(({ headers }) => headers[keyHeader] === attempt);
    return againIn(own).filter(({ headers }) => !this.#repeating.has(headers[numberHeader])).length;
  }
}
