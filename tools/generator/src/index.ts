export { generate, type Input } from "./generate.ts";
export { type Problem, ProblemsFound } from "./problem.ts";
