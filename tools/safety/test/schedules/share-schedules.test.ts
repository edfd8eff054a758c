/** Several processes share a run. */
import { startPostgres } from "@refunds/testing/postgres";
import { expect, test } from "vitest";
import { shareSchedules } from "../../src/schedules/share-schedules.ts";

test("a failure in one process ends the others", async () => {
  const server = await startPostgres();
  try {
    const { tally, failure } = await shareSchedules({
      runs: 100_000,
      // The first process finds the defect after 518 schedules, the second after 1,324.
      seed: 16,
      defect: "front-believed",
      providers: ["paypal", "stripe"],
      shrink: false,
      processes: 2,
      postgresUrl: server.url,
    });
    expect(failure?.seed).toBe(16);
    expect(tally.schedules).toBeLessThan(1_500);
  } finally {
    await server.stop();
  }
});
