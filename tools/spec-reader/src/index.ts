export { type At, isObject, type Located, listOf, objectOf } from "./data.ts";
export { escapeToken, placeOf, pointerOf, tokensOf, valueAt } from "./pointers.ts";
export { type Problem, ProblemsFound, printProblem } from "./problem.ts";
export { resolve } from "./references.ts";
export { type Point, readSpec, type Spec } from "./spec.ts";
export { nearest, suggest } from "./suggest.ts";
export { eachLeaf, walk } from "./walk.ts";
