/** Every labelled case, in a fixed order. */
import { handMade } from "./hand-made.ts";
import type { Case } from "./label.ts";
import { outlines } from "./outline.ts";
import { seededCases } from "./seeded-cases.ts";

const seed = 20261122;

export const cases: readonly Case[] = Object.entries(outlines).flatMap(([name, outline], page) => [
  ...handMade(name, outline),
  ...seededCases(name, outline, seed + page),
]);
