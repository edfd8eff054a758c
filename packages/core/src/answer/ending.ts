import type { Declined, NotSent, OutcomeBase, RawAnswer, Unknown } from "../outcome.ts";

/** An end that is no yes; an outcome, once it says whose. */
export type Ending = Told<Declined> | Told<NotSent> | Told<Unknown>;

/** An outcome that does not say yet whose it is. */
export type Told<T> = Omit<T, keyof OutcomeBase | "retryable">;

/** What came of a request: an answer, or an end without one. */
export type Exchange = Answered | Ending;

interface Answered {
  readonly status: "answered";
  readonly raw: RawAnswer;
  readonly headers: Headers;
}
