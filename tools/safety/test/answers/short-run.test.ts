import { expect, test } from "vitest";
import { runAnswers } from "../../src/answers/run.ts";
import { rememberSignatures } from "../../src/answers/signatures.ts";
import { collectSubjects } from "../../src/answers/subjects.ts";

rememberSignatures();
const subjects = await collectSubjects();

test("20,000 mutated answers: no crash, no hang, no unsupported outcome", async () => {
  const { runs, failure, tally } = await runAnswers(subjects, { runs: 20_000, seed: 1042 });
  expect(failure).toBeUndefined();
  expect(runs).toBe(20_000);
  // The run is effective: every provider still has all three kinds of outcomes. Some providers only accept a refund,
  // and confirm it later.
  for (const { provider, needs } of subjects) {
    const statuses = tally.outcomes.get(`${provider} refund`);
    const accepted = needs.refund?.succeeded ? "succeeded" : "pending";
    expect([provider, ...(statuses?.keys() ?? [])]).toEqual(
      expect.arrayContaining([accepted, "declined", "unknown"]),
    );
  }
  expect(tally.harmless).toBeGreaterThan(500);
}, 300_000);

test("the same seed gives the same run", async () => {
  const once = () => runAnswers(subjects, { runs: 300, seed: 7 });
  const [one, other] = [await once(), await once()];
  expect(one.tally.outcomes).toEqual(other.tally.outcomes);
  expect(one.tally.mutations).toEqual(other.tally.mutations);
});
