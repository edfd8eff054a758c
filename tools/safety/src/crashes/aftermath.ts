/** What a process that starts after the crash is told, and whether that is true. */
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
  /** What the restarted caller was told of the same key. */
  readonly told: string;
  /** How often money moved for the key, at the end. */
  readonly moved: number;
  /** Whether it was left open, and somebody's word settled it. */
  readonly settled: boolean;
  readonly violations: readonly Violation[];
}

/** What there is to look at, and what was found. */
interface Inspection {
  readonly shop: ShopProcess;
  /** Of the key and of the payment's other one, now. */
  readonly truth: (key: string) => Truth;
  readonly requests: ReturnType<typeof requestsOf>;
  /** A new facade, whose refunds wait for another of their payment as long as they always do, or shortly. */
  readonly open: (timeoutMs?: number) => Promise<null>;
  readonly found: Violation[];
  readonly assert: (holds: boolean, text: string) => void;
}

/** How long a refund waits here for another of its payment, in milliseconds. */
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
    const told = await askAgain(inspection);
    if (told.because === "unfinished") await beforeTheLeaseEnds(inspection);
    await shop.run("sleep", leaseMs + 1);
    const settled = await settle(inspection, told);
    await onceSettled(inspection);
    for (const { key } of requests) found.push(...checkSentOnce(key, inspection.truth(key)));
    return {
      told: told.status,
      moved: inspection.truth(requests[0].key).moved,
      settled,
      violations: found,
    };
  } finally {
    await shop.stop();
  }
}

async function askAgain({
  shop,
  truth,
  requests: [request],
  found,
}: Inspection): Promise<ReportedOutcome> {
  const { key } = request;
  const { arrived } = truth(key);
  const told = await shop.run("refund", request);
  found.push(...checkOutcome(key, told.status, truth(key)));
  // It may have moved money, and no dead process can say that it did not.
  if (arrived > 0 && truth(key).arrived > arrived) {
    found.push(violation("sent twice", `${key} had arrived, and was sent again after the crash`));
  }
  return told;
}

/** The journal cannot know that the process is dead. */
async function beforeTheLeaseEnds(inspection: Inspection): Promise<void> {
  const { shop, requests, open, assert } = inspection;
  const [{ key }] = requests;
  const isSettled = await shop.run("record", { key, evidence: evidenceOf(inspection) }).then(
    () => true,
    () => false,
  );
  assert(!isSettled, `${key} was settled while its process might still have been sending`);
  await open(shortMs);
  await otherIsHeldBack(inspection, "may still be on its way");
  await open();
}

/** True where the key was open; what the provider did is its outcome from then on. */
async function settle(inspection: Inspection, { status }: ReportedOutcome): Promise<boolean> {
  const { shop, requests, assert } = inspection;
  const [request] = requests;
  const { key } = request;
  const isOpen = /unknown|pending|needs_review/.test(status);
  const listed = await shop.run("list", null);
  assert(listed.includes(key) === isOpen, `open() lists ${listed.join()} after ${status}`);
  if (status === "unknown") await otherIsHeldBack(inspection, "is unknown");
  const evidence = evidenceOf(inspection);
  if (isOpen) {
    const word = await shop.run("record", { key, evidence });
    assert(word.status === evidence.status, `${key}, settled as ${evidence.status}, is ${status}`);
    const left = await shop.run("list", null);
    assert(!left.includes(key), `open() lists ${key}, which is settled`);
  }
  const again = await shop.run("refund", request);
  const expected = isOpen ? evidence.status : status;
  assert(again.status === expected, `${key} was ${expected}, and is ${again.status} now`);
  return isOpen;
}

async function onceSettled({ shop, truth, requests: [, other], found, assert }: Inspection) {
  const { status } = await shop.run("refund", other);
  found.push(...checkOutcome(other.key, status, truth(other.key)));
  assert(status !== "not_sent", `nothing is open, and ${other.key} was not sent`);
}

async function otherIsHeldBack(
  { shop, truth, requests: [{ key }, other], assert }: Inspection,
  why: string,
) {
  const { status } = await shop.run("refund", other);
  const isHeldBack = status === "not_sent" && truth(other.key).arrived === 0;
  assert(isHeldBack, `${key} ${why}, and ${other.key} is ${status}`);
}

const evidenceOf = ({ truth, requests: [{ key }] }: Inspection) => ({
  status: truth(key).moved > 0 ? ("succeeded" as const) : ("declined" as const),
  by: "somebody who looked at the provider",
});
