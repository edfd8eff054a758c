import { RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import type { RefundOutcome } from "@refunds/journal";
import type { RefundRecord } from "./refund-record.ts";
import { defaultSchedule } from "./try-times.ts";

/** What the janitor did. */
export type JanitorEvent =
  | {
      /** `tried`: the refund was reconciled. */
      readonly event: "tried";
      /** The refund before that. */
      readonly refund: RefundRecord;
      /** Its outcome after that. It is the same as before if nothing was proven. */
      readonly outcome: RefundOutcome;
    }
  | {
      /** `failed`: this refund could not be reconciled. It is tried again at its next time. */
      readonly event: "failed";
      /** The refund. */
      readonly refund: RefundRecord;
      /** Why it could not be reconciled. */
      readonly error: unknown;
    }
  | {
      /** `interrupted`: the journal failed. The janitor goes on as soon as it works again, with what it could not try. */
      readonly event: "interrupted";
      /** What the journal failed with. */
      readonly error: unknown;
    };

/** Options of `janitor()`. */
export interface JanitorOptions {
  /** Stops the janitor. So does `close()`. */
  readonly signal?: AbortSignal;
  /**
   * How long to wait before each try, in milliseconds: the first one counts from when the refund was sent, each other one from the one before it. The
   * last one repeats. Default: 5 minutes, 15 minutes, 1 hour, 6 hours, 1 day.
   */
  readonly schedule?: readonly number[];
  /** The maximum number of refunds that are tried at the same time, at most 1,000. Default: 4. */
  readonly concurrency?: number;
  /** Called after each try and each failure. Its errors and rejections are ignored. */
  readonly report?: (event: JanitorEvent) => void;
}

type CheckedOptions = Required<Pick<JanitorOptions, "schedule" | "concurrency">> &
  Pick<JanitorOptions, "signal" | "report">;

const shortestWaitMs = 1000;

/** @throws {RefundError} with all problems, if the options are invalid */
export function readJanitorOptions(given: unknown = {}): CheckedOptions {
  const names = ["signal", "schedule", "concurrency", "report"];
  const { values, problems, wrong } = readFields(given, names, "", "options");
  const { signal, schedule = defaultSchedule, concurrency = 4, report } = values as JanitorOptions;
  if (signal !== undefined && typeof signal?.addEventListener !== "function")
    wrong("signal", "must be an AbortSignal");
  if (!isSchedule(schedule)) {
    wrong("schedule", `must be a list of integers of at least ${shortestWaitMs} (milliseconds)`);
  }
  if (!isConcurrency(concurrency)) wrong("concurrency", concurrencyMessage);
  if (report !== undefined && typeof report !== "function") wrong("report", "must be a function");
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  return {
    ...(signal && { signal }),
    schedule: [...schedule],
    concurrency,
    ...(report && { report }),
  };
}

/** Each takes memory at once, whether there is work for it or not. */
const mostAtOnce = 1000;

export const concurrencyMessage = `must be an integer from 1 to ${mostAtOnce}`;

export const isConcurrency = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= mostAtOnce;

const isSchedule = (schedule: unknown): boolean =>
  Array.isArray(schedule) &&
  schedule.length > 0 &&
  schedule.every((wait) => Number.isSafeInteger(wait) && wait >= shortestWaitMs);
