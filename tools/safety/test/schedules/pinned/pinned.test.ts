/** Each defect, in the one schedule that `npm run safety:pin` found for it. */
import { startPostgres } from "@refunds/testing/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScheduleDefect } from "../../../src/schedules/defects.ts";
import { runSchedules } from "../../../src/schedules/run-schedules.ts";
import {
  type PinnedDefect,
  pinnedDefects,
  pins,
  providersFor,
  violationOf,
} from "./pinned-defects.ts";

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** The violations in the schedule of the defect. */
async function violationsIn(of: PinnedDefect, defect?: ScheduleDefect) {
  const pin = pins[of] ?? { seed: 0, path: "0" };
  const given = { ...pin, runs: 1, providers: providersFor(of), shrink: false };
  const postgresUrl = server.url;
  const { failure } = await runSchedules({ ...given, ...(defect && { defect }), postgresUrl });
  return failure?.text ?? "none";
}

const advice = "If what schedules draw has changed, run `npm run safety:pin` once.";

test.each(pinnedDefects)(
  "a schedule shows the defect %s, and nothing without it",
  async (defect) => {
    expect(pins[defect], advice).toBeDefined();
    expect(await violationsIn(defect, defect), advice).toContain(violationOf[defect]);
    expect(await violationsIn(defect), advice).toBe("none");
  },
);
