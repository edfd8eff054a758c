/** What happens to workers and to Postgres while rows are sent. */
import { setTimeout as pause } from "node:timers/promises";
import type { Fleet } from "./fleet.ts";

export interface TroubleOptions {
  readonly rows: number;
  /** Seconds between two workers that are killed. */
  readonly killEvery: number;
  readonly mostKills: number;
  /** How often Postgres crashes. */
  readonly crashes: number;
  /** Gets what happens, in words. */
  readonly say: (text: string) => void;
}

interface Scene {
  readonly fleet: Fleet;
  readonly crash: (downMs: number) => Promise<void>;
  /** How many refunds were carried out so far. */
  readonly sent: () => number;
  /** Aborts when the run is over. */
  readonly over: AbortSignal;
}

const downMs = 1000;

export async function makeTrouble(options: TroubleOptions, scene: Scene): Promise<void> {
  await Promise.all([killWorkers(options, scene), crashPostgres(options, scene)]);
}

async function killWorkers(
  { killEvery, mostKills, say }: TroubleOptions,
  { fleet, sent, over }: Scene,
): Promise<void> {
  await until(() => sent() > 0, over);
  while (!over.aborted && fleet.kills < mostKills) {
    await pause(killEvery * 1000, undefined, { signal: over }).catch(() => {});
    if (over.aborted) return;
    fleet.killOne();
    say(`a worker was killed after ${sent()} refunds`);
  }
}

/** Spread evenly over the rows. */
async function crashPostgres(
  { rows, crashes, say }: TroubleOptions,
  { crash, sent, over }: Scene,
): Promise<void> {
  for (let nth = 1; nth <= crashes; nth++) {
    await until(() => sent() > (nth * rows) / (crashes + 1), over);
    if (over.aborted) return;
    say(`Postgres crashes after ${sent()} refunds`);
    await crash(downMs);
  }
}

async function until(isSo: () => boolean, over: AbortSignal): Promise<void> {
  while (!over.aborted && !isSo()) await pause(50);
}
