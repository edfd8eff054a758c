/** Spellings that a person accepts and a program must not. */
import type { Dice } from "../dice.ts";

const invisible = [" ", "\t", "\n", "\u00a0", "\u200b", "\ufeff", "\u0000", "\u202e"];
const lookalikes: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  s: "ѕ",
  A: "А",
  C: "С",
  E: "Е",
  O: "О",
  P: "Р",
  S: "Ѕ",
  "0": "０",
  "1": "１",
};

const spellings: readonly ((word: string, dice: Dice) => string)[] = [
  (word) => word.toUpperCase(),
  (word) => word.toLowerCase(),
  (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
  (word, dice) => dice.pick(invisible) + word,
  (word, dice) => word + dice.pick(invisible),
  (word, dice) => {
    const at = dice.nat(word.length + 1);
    return word.slice(0, at) + dice.pick(invisible) + word.slice(at);
  },
  (word, dice) => word.slice(0, dice.nat(word.length + 1)),
  (word) => word + word,
  (word) => `not ${word}`,
  (word) => `un${word}`,
  (word) => word.replace(/[aceiopsACEOPS01]/, (letter) => lookalikes[letter] ?? letter),
  (word) => word.replace(/s/i, "ſ"),
  (word) => `${word}\ud800`,
  (word) => word.replaceAll("_", "-"),
  (word) => word.normalize("NFD"),
];

/** The word in another case, with something added or removed, or with letters that look the same. */
export const otherSpelling = (word: string, dice: Dice): string => dice.pick(spellings)(word, dice);
