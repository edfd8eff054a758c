import { expect, test } from "vitest";
import { runAnswers } from "../../src/answers/run.ts";
import { rememberSignatures } from "../../src/answers/signatures.ts";
import { collectSubjects } from "../../src/answers/subjects.ts";

rememberSignatures();
const subjects = await collectSubjects();

test("20,000 mutated answers: no crash, no hang, nothing told that the answer does not bear out", async () => {
  const { runs, failure, tally } = await runAnswers(subjects, { runs: 20_000, seed: 1042 });
  expect(failure).toBeUndefined();
  expect(runs).toBe(20_000);
  // The run is not idle: every provider still says yes, no and do not know.
  for (const { provider } of subjects) {
    const told = tally.outcomes.get(`${provider} refund`);
    expect([provider, ...(told?.keys() ?? [])]).toEqual(
      expect.arrayContaining(["succeeded", "declined", "unknown"]),
    );
  }
  expect(tally.harmless).toBeGreaterThan(500);
}, 300_000);

test("the same seed is the same run", async () => {
  const once = () => runAnswers(subjects, { runs: 300, seed: 7 });
  const [one, other] = [await once(), await once()];
  expect(one.tally.outcomes).toEqual(other.tally.outcomes);
  expect(one.tally.mutations).toEqual(other.tally.mutations);
});
