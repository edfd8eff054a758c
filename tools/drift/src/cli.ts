import { runProgram } from "./program.ts";

await runProgram(process.argv.slice(2), async (file, text) => {
  const { refuseInvalid } = await import("@refunds/generator/check");
  await refuseInvalid(file, text, "nothing was recorded");
});
