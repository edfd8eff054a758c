/** What is wrong with what a caller was told, held against the bytes that the client received. */
import { type Met, receivedOf } from "./ask.ts";
import type { Documented, Subject } from "./documented.ts";
import type { Reply } from "./mutation.ts";
import { bearsOut } from "./needs.ts";

/** Outcomes that claim to know what the provider did. */
const claims = ["succeeded", "pending", "declined", "found"];
/** Outcomes that claim nothing about the provider. */
const modest = ["unknown", "needs_review", "not_sent"];

export interface Verdict {
  /** A sentence; absent where nothing is wrong. */
  readonly wrong?: string;
  /** Why it is wrong, where that is known. */
  readonly known?: string;
}

export function verdictOn(
  { needs }: Subject,
  { operation, asked }: Documented,
  reply: Reply,
  met: Met | "no end",
): Verdict {
  if (met === "no end") return { wrong: "the call never ended" };
  const { outcome, thrown, left } = met;
  if (!outcome) return { wrong: `it threw: ${thrown}` };
  const { status } = outcome;
  const received = receivedOf(reply);
  const bornOut = (claim: string) => bearsOut(needs[operation]?.[claim], asked, received);
  if (left > 1) return { wrong: `${left} requests left` };
  if (operation === "token") {
    if (left > 0 && !bornOut("issued")) {
      return { wrong: "a refund left, and no token had been issued" };
    }
  } else if ((left === 0) !== (status === "not_sent")) {
    return { wrong: `false ${status}: ${left} requests left` };
  }
  if (left > 0 && status === "not_sent") return { wrong: "false not_sent: the request had left" };
  if (modest.includes(status)) return {};
  if (!claims.includes(status)) return { wrong: `"${status}" is no outcome` };
  if (bornOut(status)) return {};
  const known = needs.misread?.find(
    (each) =>
      each.operation === operation && each.as === status && bearsOut([each.when], asked, received),
  );
  return { wrong: `false ${status}`, ...(known && { known: known.because }) };
}
