/** What is wrong with what a caller was told, held against the bytes that the client received. */
import { type CallResult, receivedOf } from "./call.ts";
import type { DocumentedAnswer } from "./documented-answer.ts";
import type { Reply } from "./mutation.ts";
import { readAnswer, supports } from "./needs.ts";
import type { Subject } from "./subject.ts";

/** Outcomes that claim to know what the provider did. */
const claims = ["succeeded", "pending", "declined", "found"];
/** Outcomes that claim nothing about the provider. */
const noClaims = ["unknown", "needs_review", "not_sent"];

export interface Verdict {
  /** The status told, or `threw` or `slow`. */
  readonly as: string;
  /** A sentence. */
  readonly wrong: string;
}

/**
 * Undefined where nothing is wrong.
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
  if (callResult === "no end") return { as: "slow", wrong: "the call never ended" };
  const { outcome, thrown, requestsSent } = callResult;
  if (!outcome) return { as: "threw", wrong: `it threw: ${thrown}` };
  const as = outcome.status;
  const isSupported = (claim: string) =>
    supports(needs[operation]?.[claim], request, receivedOf(reply));
  // Only what a documented answer says to have moved no money may be sent again.
  if (requestsSent > 1 && !isSupported("declined"))
    return { as, wrong: `it was sent ${requestsSent} times` };
  if (operation === "token" && requestsSent > 0 && !isSupported("issued")) {
    return { as, wrong: "a refund left, and no token had been issued" };
  }
  // Without a token nothing leaves, which may also end in a decline.
  if (operation !== "token" && requestsSent === 0 && as !== "not_sent") {
    return { as, wrong: `false ${as}: nothing had left` };
  }
  if (requestsSent > 0 && as === "not_sent")
    return { as, wrong: "false not_sent: the request had left" };
  if (claims.includes(as) && !isSupported(as)) return { as, wrong: `false ${as}` };
  if (as === "needs_review" && readAnswer(receivedOf(reply)) === undefined) {
    return { as, wrong: "it was read, though it can be read in more ways than one or in none" };
  }
  if (![...claims, ...noClaims].includes(as)) return { as, wrong: `"${as}" is no outcome` };
  if (ms > boundMs) return { as: "slow", wrong: `the call took ${Math.round(ms)} ms` };
  return undefined;
}

/** Why a verdict is no news, where it is none. */
export const knownMisreading = (
  { needs }: Subject,
  { operation, request }: DocumentedAnswer,
  reply: Reply,
  { as }: Verdict,
): string | undefined =>
  needs.misread?.find(
    (known) =>
      known.operation === operation &&
      known.as.includes(as) &&
      supports([known.when], request, receivedOf(reply)),
  )?.because;
