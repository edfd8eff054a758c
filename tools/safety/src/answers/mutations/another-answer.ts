/** A documented answer to something else. */
import type { Mutation } from "../mutation.ts";

export const anotherAnswer: readonly Mutation[] = [
  {
    name: "another answer of this provider",
    stage: "answer",
    change: (_, dice, { own }) => dice.pick(own),
  },
  {
    name: "an answer of any provider",
    stage: "answer",
    change: (_, dice, { all }) => dice.pick(all),
  },
  {
    name: "another answer's body",
    stage: "answer",
    change: (before, dice, { own }) => ({ ...before, body: dice.pick(own).body }),
  },
];
