/** What a process that starts after the crash is told, and whether that is true. */
import { startShop } from "../processes/shop/shop-process.ts";
import { leaseMs } from "../processes/simulators.ts";
import { lie, truthOf, twice, type Wrong, wrong } from "../processes/truth.ts";
import { type CrashScene, requestsOf } from "./crash-scene.ts";
import type { Victim } from "./victim.ts";

export interface Aftermath {
  /** What the restarted caller was told of the same key. */
  readonly told: string;
  /** How often money moved for the key, at the end. */
  readonly moved: number;
  /** Whether it was left open, and somebody's word settled it. */
  readonly settled: boolean;
  readonly wrong: readonly Wrong[];
}

export async function lookAfter(
  { place, simulators, journals, spoil }: Victim,
  scene: CrashScene,
): Promise<Aftermath> {
  const { sandbox } = simulators;
  sandbox.inject();
  const found: Wrong[] = [];
  const [request, other] = requestsOf(scene, sandbox);
  const { key } = request;
  const truth = () => truthOf(key, sandbox.requests);
  const assert = (holds: boolean, text: string) =>
    void (holds || found.push(wrong("rule broken", text)));

  const start = { journal: place, announces: false, ...(spoil && { spoil }) };
  const shop = startShop(start, journals.cache);
  try {
    await shop.ask("open", [
      simulators.account(request.account, scene.provider, scene.credentials),
    ]);
    const left = truth().arrived;
    const told = await shop.ask("refund", request);
    found.push(...lie(key, told.status, truth()));
    // It may have moved money, and no dead process can say that it did not.
    if (left > 0 && truth().arrived > left) {
      found.push(wrong("sent twice", `${key} had arrived, and was sent again after the crash`));
    }

    const evidence = {
      status: truth().moved > 0 ? "succeeded" : "declined",
      by: "somebody who looked at the provider",
    } as const;
    const isOpen = /unknown|pending|needs_review/.test(told.status);
    if (told.because === "unfinished") {
      const early = await shop.ask("record", { key, evidence }).then(
        () => true,
        () => false,
      );
      assert(!early, `${key} was settled while its process might still have been sending`);
    }
    await shop.ask("sleep", leaseMs + 1);

    const listed = await shop.ask("resume", null);
    assert(listed.includes(key) === isOpen, `resume() lists ${listed.join()} after ${told.status}`);
    if (told.status === "unknown") {
      const { status } = await shop.ask("refund", other);
      const { arrived } = truthOf(other.key, sandbox.requests);
      const isHeldBack = status === "not_sent" && arrived === 0;
      assert(isHeldBack, `beside ${key}, which is unknown, ${other.key} was ${status}`);
    }
    if (isOpen) {
      const { status } = await shop.ask("record", { key, evidence });
      assert(status === evidence.status, `${key}, settled as ${evidence.status}, is ${status}`);
      const still = await shop.ask("resume", null);
      assert(!still.includes(key), `resume() lists ${key}, which is settled`);
    }
    const again = await shop.ask("refund", request);
    const expected = isOpen ? evidence.status : told.status;
    assert(again.status === expected, `${key} was ${expected}, and is ${again.status} now`);

    const free = await shop.ask("refund", other);
    found.push(...lie(other.key, free.status, truthOf(other.key, sandbox.requests)));
    assert(free.status !== "not_sent", `nothing is open, and ${other.key} was not sent`);

    const end = truth();
    found.push(...twice(key, end), ...twice(other.key, truthOf(other.key, sandbox.requests)));
    return { told: told.status, moved: end.moved, settled: isOpen, wrong: found };
  } finally {
    await shop.stop();
  }
}
