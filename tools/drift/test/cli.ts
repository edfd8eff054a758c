/** The program as it is, for made-up specs that hold no more than what a page is held against. */
import { runProgram } from "../src/program.ts";

await runProgram(process.argv.slice(2), async () => {});
