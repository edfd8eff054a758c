/** One fault that one provider's client meets through one transport: what came of it, and what really happened. */
import type { FaultKind } from "@refunds/sandbox";

/** What a caller was told. */
export interface ReportedOutcome {
  readonly status: string;
  /** Why: of an unknown, the cause; of a decline, the reason; of a contradiction, the fields. */
  readonly why?: string;
}

/** What the provider's simulator saw. */
export interface SimulatorCounts {
  /** Requests for a refund of which a byte arrived. */
  readonly arrived: number;
  /** Refunds that moved money. */
  readonly moved: number;
}

export interface Measurement {
  /** The provider as it writes itself. */
  readonly title: string;
  readonly fault: FaultKind;
  /** The operation whose requests meet the fault, every one of them. */
  readonly at: "refund" | "token";
  readonly transport: "fetch" | "HTTP";
  /** Whether the fault had nothing to falsify in the provider's answer. */
  readonly harmless: boolean;
  /** A client, without a journal. */
  readonly alone: ReportedOutcome & SimulatorCounts;
  /** The facade, by a key. */
  readonly keyed: ReportedOutcome & SimulatorCounts;
  /** The same key again, once the fault is over. What was seen is that of both together. */
  readonly again: ReportedOutcome & SimulatorCounts;
}

/** What is wrong with a measurement, in words; nothing where every caller was told right. */
export function problemsIn({ alone, keyed, again }: Measurement): string[] {
  return [
    ...untrue("the client", alone),
    ...untrue("the facade", keyed),
    ...untrue("the same key again", again),
    ...(keyed.status === alone.status ? [] : [`alone ${alone.status}, by a key ${keyed.status}`]),
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
  return wrong.map((what) => `${who} said ${status}: ${what}`);
}
