/** Checks a reported outcome against the bytes that the client received. */
import { type CallResult, receivedOf } from "./call.ts";
import type { DocumentedAnswer } from "./documented-answer.ts";
import type { Reply } from "./mutation.ts";
import { readAnswer, repetitions, supports } from "./needs.ts";
import type { Subject } from "./subject.ts";

/** Outcomes that claim to know what the provider did. */
const claims = ["succeeded", "pending", "declined", "found"];
/** Outcomes that claim nothing about the provider. */
const openStatuses = ["unknown", "needs_review", "not_sent"];

export interface Verdict {
  /** The reported status, `threw` or `slow`. */
  readonly status: string;
  /** A description of the problem. */
  readonly problem: string;
}

/**
 * Undefined if the result is correct.
 * @param ms how long the call took
 * @param boundMs how long it may take
 */
export function verdictOn(
  { needs }: Subject,
  { operation, request }: DocumentedAnswer,
  reply: Reply,
  callResult: CallResult | "no end",
  ms: number,
  boundMs: number,
): Verdict | undefined {
  if (callResult === "no end") return { status: "slow", problem: "the call never ended" };
  const { outcome, thrown, requestsSent } = callResult;
  if (!outcome) return { status: "threw", problem: `it threw: ${thrown}` };
  const { status } = outcome;
  const isSupported = (claim: string) =>
    supports(needs[operation]?.[claim], request, receivedOf(reply));
  // A refund may be sent again only after an answer that documents that no money moved.
  if (requestsSent > 1 && !isSupported("declined"))
    return { status, problem: `it was sent ${requestsSent} times` };
  if (operation === "token" && requestsSent > 0 && !isSupported("issued")) {
    return { status, problem: "a refund was sent, although no token was issued" };
  }
  // A failed token request can also end in a decline, without a refund request.
  if (operation !== "token" && requestsSent === 0 && status !== "not_sent") {
    return { status, problem: `false ${status}: nothing was sent` };
  }
  if (requestsSent > 0 && status === "not_sent")
    return { status, problem: "false not_sent: the request was sent" };
  if (claims.includes(status) && !isSupported(status))
    return { status, problem: `false ${status}` };
  // Believed, a decline of another refund would let this one be made again.
  const ofAnother = repetitions(needs, request, receivedOf(reply)).includes(false);
  if (operation === "refund" && ofAnother && (status === "declined" || requestsSent > 1)) {
    return { status, problem: "a decline of another refund was believed" };
  }
  if (status === "needs_review" && readAnswer(receivedOf(reply)) === undefined) {
    return { status, problem: "the answer was read, although it is ambiguous or unreadable" };
  }
  if (![...claims, ...openStatuses].includes(status))
    return { status, problem: `"${status}" is not an outcome` };
  if (ms > boundMs) return { status: "slow", problem: `the call took ${Math.round(ms)} ms` };
  return undefined;
}

/** The reason of a known misreading. Undefined if the verdict is new. */
export const knownMisreading = (
  { needs }: Subject,
  { operation, request }: DocumentedAnswer,
  reply: Reply,
  { status }: Verdict,
): string | undefined =>
  needs.misread?.find(
    (known) =>
      known.operation === operation &&
      known.as.includes(status) &&
      supports([known.when], request, receivedOf(reply)),
  )?.because;
