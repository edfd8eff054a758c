import fc from "fast-check";
import type { DocumentedAnswer } from "./documented-answer.ts";
import type { Change, Mutation } from "./mutation.ts";
import { mutations } from "./mutations/index.ts";
import type { Subject } from "./subject.ts";

/** One answer, and what is done to it. */
export interface Case {
  readonly subject: Subject;
  readonly answer: DocumentedAnswer;
  readonly changes: readonly Change[];
}

/**
 * One provider as often as another. Half of its answers are drawn from those that say yes.
 * @param outcomes what each answer means as it is
 */
export function casesOf(
  subjects: readonly Subject[],
  outcomes: ReadonlyMap<DocumentedAnswer, string>,
): fc.Arbitrary<Case> {
  const saysYes = (answer: DocumentedAnswer) =>
    answer.operation === "token" || /succeeded|pending|found/.test(outcomes.get(answer) ?? "");
  // Shrinking drops changes; those that stay remain as they were drawn.
  const drawn = <T>(from: readonly T[]) => fc.noShrink(fc.noBias(fc.constantFrom(...from)));
  const change = fc.record({
    mutation: drawn<Mutation>(mutations),
    seed: fc.noShrink(fc.noBias(fc.integer())),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 3, size: "max" });
  return fc.oneof(
    ...subjects.map((subject) =>
      fc.record({
        subject: fc.constant(subject),
        answer: fc.oneof(drawn(subject.answers), drawn(subject.answers.filter(saysYes))),
        changes,
      }),
    ),
  );
}
