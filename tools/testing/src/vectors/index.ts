/** Wire vectors, run against any build of the clients in any runtime. */
export { runFetchVectors } from "./fetch-run.ts";
export { runVectors } from "./run.ts";
export type { VectorFactory, VectorFetchFactory, VectorResult, Vectors } from "./vectors.ts";
