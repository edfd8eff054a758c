import type { Outcome, RawAnswer } from "@refunds/core";

/** Whose word settled a refund that no answer of the provider had settled. */
export interface Word {
  /** Who or what says so, such as `Ana, by the provider's dashboard` or `notification evt_81`. */
  readonly by: string;
  /** When it was recorded, in Unix milliseconds. */
  readonly at: number;
  /** The provider's answer to the query that says so. */
  readonly raw?: RawAnswer;
}

/**
 * An outcome as a journal gives it back. Without the provider's answer where that was not to be kept, or where there was
 * none: the journal declined the refund itself, or somebody's word settled it.
 */
export type RecordedOutcome<O extends Outcome = Outcome> = O extends unknown
  ? Omit<O, "raw" | "answer"> & {
      readonly raw?: RawAnswer;
      readonly settledBy?: Word;
    } & (O extends { readonly answer: infer Answer } ? { readonly answer?: Answer } : unknown)
  : never;

/** The outcome without what the provider sent back, which may hold personal data. */
export function withoutAnswer(outcome: RecordedOutcome): RecordedOutcome {
  const { raw: _raw, answer: _answer, ...rest } = outcome as RecordedOutcome & { answer?: unknown };
  return rest as RecordedOutcome;
}
