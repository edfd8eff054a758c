/** A share of the schedules, in a process of its own: time stands still for a whole process. */
import { runSchedules, type SchedulesOptions } from "./run-schedules.ts";

const options: SchedulesOptions = JSON.parse(process.argv[2] ?? "");

// Who is at the terminal interrupts the process that shares the work, which says what is done so far.
process.on("SIGINT", () => {});
process.once("disconnect", () => process.exit());

// Before time stands still.
const realNow = performance.now.bind(performance);
let shownAt = realNow();
const result = await runSchedules({
  ...options,
  onProgress(tally) {
    if (realNow() - shownAt < 500) return;
    shownAt = realNow();
    process.send?.({ tally });
  },
});
process.send?.({ result }, () => process.disconnect());
