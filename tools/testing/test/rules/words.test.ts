import { describe, expect, test } from "vitest";
import { read } from "./repository.ts";
import { wordUsers } from "./words.ts";

const decision = "docs/decisions/049-words-with-one-user.md";

/** The rows of the decision's table: a word, its users, and why it stays. */
const rows = [...read(decision).matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, word = "", users = "", why = ""]) => ({ word, users: users.trim(), why: why.trim() }),
);

const users = wordUsers();
const usersOf = (word: string) => users.get(word) ?? [];

/** The row of `verify.keyId` speaks for `verify.keyId.at`, too, if both have the same users. */
function isWithinAnother(word: string): boolean {
  const whole = word.replace(/(\.|: )[^.:]+$/, "");
  return whole !== word && users.has(whole) && usersOf(whole).join() === usersOf(word).join();
}

const lone = [...users]
  .filter(([word, found]) => found.length < 2 && !isWithinAnother(word))
  .map(([word]) => word);

describe("a word of the vocabulary that fewer than two providers use", () => {
  test("has a row that says why it stays", () => {
    const known = new Set(rows.map(({ word }) => word));
    expect(lone.filter((word) => !known.has(word))).toEqual([]);
  });

  test("is still one: a row's word exists, and has less than two users", () => {
    expect(rows.map(({ word }) => word).filter((word) => !lone.includes(word))).toEqual([]);
  });

  test.each(rows)("has its user in the row: $word", ({ word, users: named, why }) => {
    expect(named).toBe(usersOf(word).join() || "none");
    expect(why).not.toBe("");
  });
});
