/** Runs a share of the schedules in a separate process, because stopped time affects the whole process. */
import { runSchedules, type SchedulesOptions } from "./run-schedules.ts";

const options: SchedulesOptions = JSON.parse(process.argv[2] ?? "");

// Ctrl-C is handled by the parent process, which reports what is done so far.
process.on("SIGINT", () => {});
process.once("disconnect", () => process.exit());

// Keep the real clock before time stops.
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
