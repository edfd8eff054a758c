/** What is wrong with what a caller was told, held against the bytes that the client received. */
import { type Met, receivedOf } from "./call.ts";
import type { Documented } from "./documented-answer.ts";
import type { Reply } from "./mutation.ts";
import { bearsOut, readAnswer } from "./needs.ts";
import type { Subject } from "./subject.ts";

/** Outcomes that claim to know what the provider did. */
const claims = ["succeeded", "pending", "declined", "found"];
/** Outcomes that claim nothing about the provider. */
const modest = ["unknown", "needs_review", "not_sent"];

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
  { operation, asked }: Documented,
  reply: Reply,
  met: Met | "no end",
  ms: number,
  boundMs: number,
): Verdict | undefined {
  if (met === "no end") return { as: "slow", wrong: "the call never ended" };
  const { outcome, thrown, left } = met;
  if (!outcome) return { as: "threw", wrong: `it threw: ${thrown}` };
  const as = outcome.status;
  const bornOut = (claim: string) => bearsOut(needs[operation]?.[claim], asked, receivedOf(reply));
  // Only what a documented answer says to have moved no money may be sent again.
  if (left > 1 && !bornOut("declined")) return { as, wrong: `it was sent ${left} times` };
  if (operation === "token" && left > 0 && !bornOut("issued")) {
    return { as, wrong: "a refund left, and no token had been issued" };
  }
  // Without a token nothing leaves, which may also end in a decline.
  if (operation !== "token" && left === 0 && as !== "not_sent") {
    return { as, wrong: `false ${as}: nothing had left` };
  }
  if (left > 0 && as === "not_sent") return { as, wrong: "false not_sent: the request had left" };
  if (claims.includes(as) && !bornOut(as)) return { as, wrong: `false ${as}` };
  if (as === "needs_review" && readAnswer(receivedOf(reply)) === undefined) {
    return { as, wrong: "it was read, though it can be read in more ways than one or in none" };
  }
  if (![...claims, ...modest].includes(as)) return { as, wrong: `"${as}" is no outcome` };
  if (ms > boundMs) return { as: "slow", wrong: `the call took ${Math.round(ms)} ms` };
  return undefined;
}

/** Why a verdict is no news, where it is none. */
export const knownOf = (
  { needs }: Subject,
  { operation, asked }: Documented,
  reply: Reply,
  { as }: Verdict,
): string | undefined =>
  needs.misread?.find(
    (known) =>
      known.operation === operation &&
      known.as.includes(as) &&
      bearsOut([known.when], asked, receivedOf(reply)),
  )?.because;
