import { expect, test } from "vitest";
import { change, lineOf, northpay, problemsOf } from "../fixtures.ts";

/** Name, piece of the fixture, what to put there, and the complaint at that line. */
export type Mistake = readonly [name: string, piece: string, by: string, complaint: string];

/** Every problem names its line and what to do. `elsewhere` names those that stand where the thing is used, not where it was changed. */
export function testMistakes(mistakes: readonly Mistake[], elsewhere: readonly string[]): void {
  test.each(mistakes)("%s", async (name, piece, by, complaint) => {
    const text = change(northpay, piece, by);
    const problems = await problemsOf(text);
    expect(problems.join("\n")).toContain(complaint);
    expect(problems.length).toBeGreaterThan(0);
    // What is missing is missed by what should hold it, further up; so is what belongs elsewhere.
    if (by === "" || elsewhere.includes(name)) return;
    const from = lineOf(northpay, piece);
    const lines = problems
      .filter((problem) => problem.includes(complaint))
      .map((problem) => Number.parseInt(problem, 10));
    expect(lines.some((line) => line >= from && line < from + by.split("\n").length)).toBe(true);
  });
}
