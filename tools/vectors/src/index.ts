/** Wire vectors, run against any build of the clients in any runtime. */
export { runVectors } from "./run.ts";
export type { VectorFactory, VectorResult, Vectors } from "./vectors.ts";
