import fc from "fast-check";
import type { DocumentedAnswer } from "./documented-answer.ts";
import type { Change, Mutation } from "./mutation.ts";
import { mutations } from "./mutations/index.ts";
import type { Subject } from "./subject.ts";

/** One answer and the changes to it. */
export interface Case {
  readonly subject: Subject;
  readonly answer: DocumentedAnswer;
  readonly changes: readonly Change[];
}

/**
 * Draws all providers equally often. Half of the answers are positive ones.
 * @param outcomes the status of each unchanged answer
 */
export function casesOf(
  subjects: readonly Subject[],
  outcomes: ReadonlyMap<DocumentedAnswer, string>,
): fc.Arbitrary<Case> {
  const isPositive = (answer: DocumentedAnswer) =>
    answer.operation === "token" || /succeeded|pending|found/.test(outcomes.get(answer) ?? "");
  // Shrinking removes changes, but does not change the remaining ones.
  const drawn = <T>(from: readonly T[]) => fc.noShrink(fc.noBias(fc.constantFrom(...from)));
  const change = fc.record({
    mutation: drawn<Mutation>(mutations),
    seed: fc.noShrink(fc.noBias(fc.integer())),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 3, size: "max" });
  return fc.oneof(
    ...subjects.map((subject) => {
      const positive = subject.answers.filter(isPositive);
      const from = [subject.answers, ...(positive.length > 0 ? [positive] : [])];
      return fc.record({
        subject: fc.constant(subject),
        answer: fc.oneof(...from.map(drawn)),
        changes,
      });
    }),
  );
}
