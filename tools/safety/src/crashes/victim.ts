/** Refunds in a process that is killed. */
import type { Sandbox } from "@refunds/sandbox";
import type { Journals } from "../processes/journals.ts";
import type { JournalDefect } from "../processes/shop/journal-defects.ts";
import type { JournalPlace } from "../processes/shop/journal-place.ts";
import type { ReportedOutcome } from "../processes/shop/messages.ts";
import { ProcessEnded, type ShopProcess, startShop } from "../processes/shop/shop-process.ts";
import { pause, type Simulators } from "../processes/simulators.ts";
import type { CrashPoint } from "./crash-point.ts";
import { type CrashScene, requestsOf } from "./crash-scene.ts";

export interface Victim {
  readonly place: JournalPlace;
  readonly simulators: Simulators;
  readonly journals: Journals;
  readonly defect: JournalDefect | undefined;
}

export interface KillResult {
  readonly steps: readonly string[];
  /** Null if the process exited. */
  readonly signal: string | null;
  /** Absent if the process died before it reported the outcome. */
  readonly reported?: ReportedOutcome;
}

/** Refunds in a process that is killed at `point`, if given. Resolves when none of its requests are in progress. */
export async function refundAndDie(
  { place, simulators, journals, defect }: Victim,
  scene: CrashScene,
  point: CrashPoint | undefined,
): Promise<KillResult> {
  const { sandbox } = simulators;
  const at = point?.at;
  const victim = startShop(
    {
      journal: place,
      announces: true,
      ...(defect && { defect }),
      ...(at?.by === "itself" && { dieAt: at.step }),
    },
    journals.cache,
  );
  let arrived = 0;
  sandbox.inject(() => {
    arrived += 1;
    // Send byte by byte, so that the process can be killed while it reads an answer.
    if (at?.by !== "provider" || arrived !== at.request) return "drip";
    if (at.moment !== "arrives") return at.moment === "is done" ? "hang_after" : "hang_before";
    victim.kill();
    return undefined;
  });
  const [request] = requestsOf(scene, sandbox);
  const account = simulators.account(request.account, scene.provider, scene.credentials);
  try {
    const refunding = victim
      .run("open", [account])
      .then(() => victim.run("refund", request))
      .catch((error: unknown) => {
        if (error instanceof ProcessEnded) return undefined;
        throw error;
      });
    if (at?.by === "provider") await killOnceHandled(victim, sandbox, at.request);
    const reported = await refunding;
    if (reported) await victim.stop();
    const signal = await victim.ended;
    await simulators.quiet();
    return { steps: victim.steps, signal, ...(reported && { reported }) };
  } finally {
    victim.kill();
  }
}

async function killOnceHandled(victim: ShopProcess, sandbox: Sandbox, nth: number) {
  let ended = false;
  void victim.ended.then(() => {
    ended = true;
  });
  while (sandbox.requests.length < nth && !ended) await pause(1);
  victim.kill();
}
