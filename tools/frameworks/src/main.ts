/** `npm run frameworks`: what docs/commonjs-jest-ts-node.md says, run from the tarballs. Exits 1 where the page is wrong. */
import { join } from "node:path";
import { checkCommonjs } from "./commonjs.ts";

const root = join(import.meta.dirname, "../../..");
const wrong = await checkCommonjs(root, (line) => console.log(line));
if (wrong.length > 0) {
  console.error(`\n${wrong.join("\n")}`);
  process.exitCode = 1;
}
