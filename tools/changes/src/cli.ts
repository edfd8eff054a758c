/** `npm run changes`. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Loading the compiler is most of what a run without changes costs.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/changes", import.meta.url)));
const { runProgram } = await import("./program.ts");

const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
};
try {
  const { log, error } = console;
  process.exitCode = await runProgram(process.argv.slice(2), { log, error, progress });
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
