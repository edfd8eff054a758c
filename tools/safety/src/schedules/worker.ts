/** A share of the schedules, in a process of its own: time stands still for a whole process. */
import { runSchedules, type SchedulesOptions } from "./run-schedules.ts";

const options: SchedulesOptions = JSON.parse(process.argv[2] ?? "");
let shownAt = performance.now();
const result = await runSchedules({
  ...options,
  onProgress(done) {
    if (performance.now() - shownAt < 500) return;
    shownAt = performance.now();
    process.send?.({ done });
  },
});
process.send?.({ result });
