/** `npm start`: every provider through one call, over HTTP, against simulators that behave as the providers document. */
import { createSandbox } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { report } from "./report.ts";
import { runRefunds } from "./run-refunds.ts";

const sandbox = await createSandbox();
const server = await serve(sandbox);
console.log(
  `Sandbox at ${server.url} - ${sandbox.providers.map(({ title }) => title).join(", ")}\n`,
);
try {
  const rows = await runRefunds(sandbox, server.url);
  console.log(report(rows));
  const wrong = rows.filter(({ asExpected }) => !asExpected);
  const moved = sandbox.refunds.length;
  const told = rows.filter(({ outcome }) => outcome.status === "succeeded").length;
  if (wrong.length > 0 || moved !== told) {
    console.error(
      `\n${wrong.length} of ${rows.length} rows are not what they should be (marked with !); ` +
        `${moved} refunds moved money, ${told} were reported as succeeded.`,
    );
    process.exitCode = 1;
  } else {
    console.log(
      `\nEvery row is what it should be: ${told} refunds reported, ${moved} moved money.`,
    );
  }
} finally {
  await server.close();
}
