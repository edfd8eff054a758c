import type { FetchResponse } from "../fetch.ts";
import type { Declined, NotSent, OutcomeBase, RawAnswer, Unknown } from "../outcome.ts";
import type { ReadAnswer } from "./answer.ts";

/** A result other than a confirmation. With the provider's name added, it is an outcome. */
export type Unsuccessful =
  | WithoutProvider<Declined>
  | WithoutProvider<NotSent>
  | WithoutProvider<Unknown>;

/** An outcome before the provider's name and `retryable` are added. */
type WithoutProvider<T> = Omit<T, keyof OutcomeBase | "retryable">;

/** The result of sending a request: an answer, or the reason why there is none. */
export type SendResult = Answered | Unsuccessful;

export interface Answered {
  readonly status: "answered";
  readonly raw: RawAnswer;
  readonly headers: FetchResponse["headers"];
  /** For tables that ask more of an answer than one place or one status each. */
  readonly read?: ReadAnswer | undefined;
  /** Why the body cannot be read, if that cannot be seen in `raw` any more. */
  readonly problem?: string | undefined;
  /** Masks this client's secrets. `raw` needs no more of it once the result left `Connection.perform`. */
  readonly mask?: (text: string) => string;
}
