export { type Accepted, acceptPage } from "./accept.ts";
export { type Checked, checkPage } from "./check.ts";
export { parseFacts } from "./facts/file.ts";
export { readSpec, type Spec } from "./spec/contract.ts";
