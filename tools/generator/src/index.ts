export { generate, type Input } from "./generate.ts";
