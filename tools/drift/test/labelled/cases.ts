/** Every labelled case, in a fixed order. */
import { handMade } from "./hand-made.ts";
import type { Case } from "./label.ts";
import { laterCases } from "./later-cases.ts";
import { outlines } from "./outline.ts";
import { seededCases } from "./seeded-cases.ts";

const seed = 20261122;
const laterSeed = 20270311;

export const cases: readonly Case[] = Object.entries(outlines).flatMap(([name, outline], page) => [
  ...handMade(name, outline, "hand"),
  ...seededCases(name, outline, seed + page),
  ...handMade(name, outline, "later"),
  ...laterCases(name, outline, laterSeed + page),
]);
