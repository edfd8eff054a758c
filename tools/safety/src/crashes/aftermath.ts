/** Starts a new process after the crash, and checks the outcomes that it reports. */
import type { ReportedOutcome } from "../processes/shop/messages.ts";
import { type ShopProcess, startShop } from "../processes/shop/shop-process.ts";
import { leaseMs } from "../processes/simulators.ts";
import {
  checkOutcome,
  checkSentOnce,
  type Truth,
  truthOf,
  type Violation,
  violation,
} from "../processes/truth.ts";
import { type CrashScene, requestsOf } from "./crash-scene.ts";
import type { Victim } from "./victim.ts";

export interface Aftermath {
  /** The status that the new process reported for the key. */
  readonly status: string;
  /** How often money moved for the key in the end. */
  readonly moved: number;
  /** Whether it was open and evidence settled it. */
  readonly settled: boolean;
  readonly violations: readonly Violation[];
}

/** What to check, and the violations found. */
interface Inspection {
  readonly shop: ShopProcess;
  /** What happened to a key so far. */
  readonly truth: (key: string) => Truth;
  readonly requests: ReturnType<typeof requestsOf>;
  /** Creates a new facade. `timeoutMs` is also how long a refund waits for another one of its payment. */
  readonly open: (timeoutMs?: number) => Promise<null>;
  readonly found: Violation[];
  readonly assert: (holds: boolean, text: string) => void;
}

/** A short wait for another refund of the payment. Milliseconds. */
const shortMs = 50;

export async function lookAfter(
  { place, simulators, journals, defect }: Victim,
  crash: CrashScene,
): Promise<Aftermath> {
  const { sandbox } = simulators;
  sandbox.inject();
  const requests = requestsOf(crash, sandbox);
  const start = { journal: place, announces: false, ...(defect && { defect }) };
  const shop = startShop(start, journals.cache);
  const found: Violation[] = [];
  const inspection: Inspection = {
    shop,
    truth: (key) => truthOf(key, sandbox.requests),
    requests,
    open: (timeoutMs) =>
      shop.run("open", [
        simulators.account(requests[0].account, crash.provider, crash.credentials, timeoutMs),
      ]),
    found,
    assert: (holds, text) => void (holds || found.push(violation("rule broken", text))),
  };
  try {
    await inspection.open();
    const reported = await refundAgain(inspection);
    if (reported.because === "unfinished") await beforeTheLeaseEnds(inspection);
    await shop.run("sleep", leaseMs + 1);
    const settled = await settle(inspection, reported);
    await onceSettled(inspection);
    for (const { key } of requests) found.push(...checkSentOnce(key, inspection.truth(key)));
    return {
      status: reported.status,
      moved: inspection.truth(requests[0].key).moved,
      settled,
      violations: found,
    };
  } finally {
    await shop.stop();
  }
}

async function refundAgain({
  shop,
  truth,
  requests: [request],
  found,
}: Inspection): Promise<ReportedOutcome> {
  const { key } = request;
  const { arrived } = truth(key);
  const reported = await shop.run("refund", request);
  found.push(...checkOutcome(key, reported.status, truth(key)));
  // The first request may have moved money, and the dead process cannot report that it did not.
  if (arrived > 0 && truth(key).arrived > arrived) {
    found.push(violation("sent twice", `${key} had arrived and was sent again after the crash`));
  }
  return reported;
}

/** The journal does not know that the process is dead. */
async function beforeTheLeaseEnds(inspection: Inspection): Promise<void> {
  const { shop, requests, open, assert } = inspection;
  const [{ key }] = requests;
  const isSettled = await shop.run("record", { key, evidence: evidenceOf(inspection) }).then(
    () => true,
    () => false,
  );
  assert(!isSettled, `${key} was settled while its process could still be sending`);
  await open(shortMs);
  await otherIsBlocked(inspection, "may still be sending");
  await open();
}

/** Settles the key with the truth. Resolves with true if it was open. */
async function settle(inspection: Inspection, { status }: ReportedOutcome): Promise<boolean> {
  const { shop, requests, assert } = inspection;
  const [request] = requests;
  const { key } = request;
  const isOpen = /unknown|pending|needs_review/.test(status);
  const listed = await shop.run("list", null);
  assert(listed.includes(key) === isOpen, `open() lists ${listed.join()} after ${status}`);
  if (status === "unknown") await otherIsBlocked(inspection, "is unknown");
  const evidence = evidenceOf(inspection);
  if (isOpen) {
    const settled = await shop.run("record", { key, evidence });
    assert(
      settled.status === evidence.status,
      `${key} was settled as ${evidence.status}, but is ${settled.status}`,
    );
    const left = await shop.run("list", null);
    assert(!left.includes(key), `open() lists ${key}, although it is settled`);
  }
  const again = await shop.run("refund", request);
  const expected = isOpen ? evidence.status : status;
  assert(again.status === expected, `${key} was ${expected}, but is now ${again.status}`);
  return isOpen;
}

async function onceSettled({ shop, truth, requests: [, other], found, assert }: Inspection) {
  const { status } = await shop.run("refund", other);
  found.push(...checkOutcome(other.key, status, truth(other.key)));
  assert(status !== "not_sent", `${other.key} was not sent, although nothing is open`);
}

async function otherIsBlocked(
  { shop, truth, requests: [{ key }, other], assert }: Inspection,
  why: string,
) {
  const { status } = await shop.run("refund", other);
  const isBlocked = status === "not_sent" && truth(other.key).arrived === 0;
  assert(isBlocked, `${key} ${why}, but ${other.key} is ${status}`);
}

const evidenceOf = ({ truth, requests: [{ key }] }: Inspection) => ({
  status: truth(key).moved > 0 ? ("succeeded" as const) : ("declined" as const),
  by: "a person who looked at the provider",
});
