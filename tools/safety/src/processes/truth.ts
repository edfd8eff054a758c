/** Compares reported outcomes with what the simulators received. */
import type { SandboxRequest } from "@refunds/sandbox";
import { keyHeader } from "./shop/messages.ts";

/** What happened to a key at the provider. */
export interface Truth {
  /** Refund requests of which at least one byte arrived, except those whose token was refused. */
  readonly arrived: number;
  /** How often money moved or a refund was accepted. */
  readonly moved: number;
  /** How many of these were only accepted. */
  readonly pending: number;
  /** Whether those that were only accepted have succeeded since, which not everyone knows yet. */
  readonly finished?: boolean;
  /** Whether the money came back later. */
  readonly reversed?: boolean;
  /** Whether the provider let it fail after it had accepted it, which not everyone knows yet. */
  readonly failed?: boolean;
  /** Requests that arrived after one that moved money or got no answer. */
  readonly again: number;
}

export const violationKinds = [
  "double refund",
  "sent twice",
  "reported wrongly",
  "in flight together",
  /** Breaks another guarantee of docs/journal.md. */
  "rule broken",
] as const;

/** Something that must never happen. */
export interface Violation {
  readonly kind: (typeof violationKinds)[number];
  readonly text: string;
}

export const violation = (kind: Violation["kind"], text: string): Violation => ({ kind, text });

export function truthOf(key: string, requests: readonly SandboxRequest[]): Truth {
  const own = refundRequests(requests).filter(({ headers }) => headers[keyHeader] === key);
  const moved = own.filter((request) => request.moved);
  const pending = moved.filter(({ situation }) => situation === "pending");
  const again = againIn(own).length;
  const arrived = own.filter((request) => !isTokenRefused(request, requests)).length;
  return { arrived, moved: moved.length, pending: pending.length, again };
}

/** The requests of a key after the first one that moved money or got no answer. */
export function againIn(own: readonly SandboxRequest[]): readonly SandboxRequest[] {
  const first = own.findIndex((request) => request.moved || request.status === undefined);
  return first < 0 ? [] : own.slice(first + 1);
}

/**
 * Whether a refund only arrived to have its access token refused. Every simulator checks credentials before it looks at keys,
 * payments and amounts, so it carried nothing out, and no spec lets such an answer mean anything but a decline. Its client may
 * get a new token, fail to do so, and rightly report `not_sent`. A provider without tokens is left out: there the refusal is the
 * answer, and a client that reports `not_sent` after it is wrong.
 */
export const isTokenRefused = (
  { provider, situation }: SandboxRequest,
  requests: readonly SandboxRequest[],
): boolean =>
  situation === "unauthorized" &&
  requests.some((one) => one.provider === provider && one.operation === "token");

/** The refund requests of which at least one byte arrived. */
export const refundRequests = (requests: readonly SandboxRequest[]): SandboxRequest[] =>
  requests.filter(({ operation, arrived }) => operation === "refund" && arrived);

/** Checks that a key moved money at most once, and was not sent again after that. */
export function checkSentOnce(key: string, { moved, again }: Truth): Violation[] {
  return [
    ...(moved > 1 ? [violation("double refund", `${key} was refunded ${moved} times`)] : []),
    ...(again > 0 ? [violation("sent twice", `${key} was sent again, ${again} times`)] : []),
  ];
}

/** Checks that a reported status is true. `unknown` and `needs_review` always are. */
export function checkOutcome(key: string, status: string, truth: Truth): Violation[] {
  const { arrived, moved, pending, reversed = false, finished = false, failed = false } = truth;
  const isTrue: Readonly<Record<string, boolean>> = {
    succeeded: failed || moved - (finished ? 0 : pending) > 0,
    pending: failed || pending > 0,
    declined: moved === 0,
    not_sent: arrived === 0,
    // Nothing is reversed unless its money moved, and `moved` leaves out what failed.
    reversed: failed || reversed,
    unknown: true,
    needs_review: true,
  };
  if (isTrue[status]) return [];
  const text = `${key} was reported as ${status}, but ${arrived} of its requests arrived and ${moved} moved money`;
  return [violation("reported wrongly", text)];
}
