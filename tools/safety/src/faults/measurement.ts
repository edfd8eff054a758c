/** The result of one fault at one provider over one transport: what callers got, and what really happened. */
import type { FaultKind } from "@refunds/sandbox";

/** The outcome that a caller got. */
export interface ReportedOutcome {
  readonly status: string;
  /** The cause of `unknown`, the reason of `declined`, or the fields of `needs_review`. */
  readonly why?: string;
}

/** What the provider's simulator received. */
export interface SimulatorCounts {
  /** Refund requests of which at least one byte arrived. */
  readonly arrived: number;
  /** Refunds that moved money. */
  readonly moved: number;
}

export interface Measurement {
  /** The name of the provider for readers. */
  readonly title: string;
  readonly fault: FaultKind;
  /** The operation whose requests get the fault. */
  readonly at: "refund" | "token";
  readonly transport: "fetch" | "HTTP";
  /** Whether the provider's answer lacks the field that the fault changes. */
  readonly harmless: boolean;
  /** The client without a journal. */
  readonly alone: ReportedOutcome & SimulatorCounts;
  /** The facade, with a key. */
  readonly keyed: ReportedOutcome & SimulatorCounts;
  /** The same key again, after the fault is over. The counts include the first call. */
  readonly again: ReportedOutcome & SimulatorCounts;
}

/** The wrong outcomes of a measurement, as text. */
export function problemsIn({ alone, keyed, again }: Measurement): string[] {
  return [
    ...untrue("the client", alone),
    ...untrue("the facade", keyed),
    ...untrue("the same key again", again),
    ...(keyed.status === alone.status
      ? []
      : [`${alone.status} without a key, but ${keyed.status} with a key`]),
  ];
}

function untrue(
  who: string,
  { status, moved, arrived }: ReportedOutcome & SimulatorCounts,
): string[] {
  const wrong = [];
  if (moved > 1) wrong.push(`refunded ${moved} times`);
  if (/succeeded|pending/.test(status) && moved === 0) wrong.push("no money had moved");
  if (/declined|not_sent/.test(status) && moved > 0) wrong.push("money had moved");
  if (status === "not_sent" && arrived > 0) wrong.push("a request had arrived");
  return wrong.map((what) => `${who} reported ${status}: ${what}`);
}
