import Table from "cli-table3";
import { storeNames } from "../processes/journals.ts";
import { type Race, races } from "./race-round.ts";
import type { RaceRun } from "./run-races.ts";

/** A table with one line for each kind of race and each store. */
export function raceTable(runs: readonly RaceRun[]): string {
  const table = new Table({
    head: ["race", "journal", "rounds", "calls", "arrived", "moved", "violations"],
    // Wrapped, so that the table fits into 100 columns.
    colWidths: [38, 10, 8, 7, 9, 7, 12],
    wordWrap: true,
    colAligns: ["left", "left", "right", "right", "right", "right", "right"],
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const race of Object.keys(races) as Race[]) {
    for (const store of storeNames) {
      const own = runs.filter((run) => run.race === race && run.store === store);
      const sum = (of: (run: RaceRun) => number) => own.reduce((all, run) => all + of(run), 0);
      table.push([
        races[race],
        store,
        own.length,
        sum(({ calls }) => calls),
        sum(({ arrived }) => arrived),
        sum(({ moved }) => moved),
        sum(({ violations }) => violations.length),
      ]);
    }
  }
  return table.toString();
}
