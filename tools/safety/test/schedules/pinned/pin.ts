/**
 * `npm run safety:pin [defect...]`: finds a schedule for each defect that shows it, and writes them into `pinned.json`. What is there
 * stays if it still shows its defect. By default all defects.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startPostgres } from "@refunds/testing/postgres";
import type { ScheduleDefect } from "../../../src/schedules/defects.ts";
import { runSchedules } from "../../../src/schedules/run-schedules.ts";
import {
  type Pin,
  type PinnedDefect,
  pinnedDefects,
  pins,
  providersFor,
  violationOf,
} from "./pinned-defects.ts";

const file = fileURLToPath(new URL("pinned.json", import.meta.url));

/** How many schedules of a seed are run before the next one. */
const runs = 100_000;
const seeds = [17, 3, 1];

const { url: postgresUrl, stop } = await startPostgres();
try {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !pinnedDefects.some((defect) => defect === name));
  if (unknown.length > 0) throw new Error(`There is no such defect: ${unknown.join(", ")}.`);
  const found: Partial<Record<PinnedDefect, Pin>> = { ...pins };
  for (const defect of pinnedDefects) {
    if (asked.length > 0 && !asked.includes(defect)) continue;
    const kept = pins[defect];
    const pin = kept && (await shows(defect, kept)) ? kept : await search(defect);
    console.log(
      `${defect}: seed ${pin.seed}, path ${pin.path}${pin === kept ? ", as before" : ""}`,
    );
    found[defect] = pin;
    // After each, so that an interrupted run loses nothing.
    const inOrder = pinnedDefects.flatMap((name) => (found[name] ? [[name, found[name]]] : []));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
  }
} finally {
  await stop();
}

async function search(defect: PinnedDefect): Promise<Pin> {
  for (const seed of seeds) {
    const given = { runs, seed, defect, providers: providersFor(defect), shrink: false };
    const { failure } = await runSchedules({ ...given, postgresUrl });
    if (!failure) continue;
    const pin = { seed: failure.seed, path: failure.path };
    if (await shows(defect, pin)) return pin;
    console.error(`${defect}, seed ${pin.seed}, path ${pin.path}: ${failure.text}`);
  }
  throw new Error(`No schedule shows ${defect}.`);
}

/** Whether the schedule fails as it must with the defect, and not without it. */
async function shows(defect: PinnedDefect, pin: Pin): Promise<boolean> {
  const run = async (inserted: { readonly defect?: ScheduleDefect }) => {
    const given = { ...pin, ...inserted, providers: providersFor(defect), shrink: false };
    const { failure } = await runSchedules({ ...given, runs: 1, postgresUrl });
    return failure?.text;
  };
  const text = await run({ defect });
  return text?.includes(violationOf[defect]) === true && (await run({})) === undefined;
}
