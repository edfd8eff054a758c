/** `pnpm --filter @refunds/journal bench [folder]`: compares a refund in the journal with two plain durable writes. */
import { measureCost } from "./measure.ts";

const { journalMs, bareMs, ratio, fsyncMs, folder } = await measureCost({
  ...(process.argv[2] !== undefined && { folder: process.argv[2] }),
});
const ms = (value: number) => `${value.toFixed(3).padStart(9)} ms`;
console.log(`In ${folder}, lower quartile of interleaved rounds:
  one fsync of 4 KiB                              ${ms(fsyncMs)}
  two plain durable writes (INSERT, then UPDATE)  ${ms(bareMs)}
  one refund in the SQLite journal (open, settle) ${ms(journalMs)}
  ratio                                           ${ratio.toFixed(2).padStart(9)}    (limit: 2.00)`);
if (!(ratio <= 2)) process.exitCode = 1;
