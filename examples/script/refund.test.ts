import assert from "node:assert/strict";
import { test } from "node:test";
import { sandbox } from "./sandbox.ts";

test("two runs refund once", async () => {
  for (const run of ["first", "second"]) await import(`./refund.ts?${run}`);
  assert.equal(process.exitCode, 0);
  assert.equal(sandbox.refunds.length, 1);
});
