/** `npm start`: refunds through every provider, over HTTP, against the sandbox. */
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
  const reported = rows.filter(({ outcome }) => /succeeded|pending/.test(outcome.status)).length;
  if (wrong.length > 0 || moved !== reported) {
    console.error(
      `\n${wrong.length} of ${rows.length} refunds have an unexpected status (marked with !); ` +
        `${moved} refunds moved money, and ${reported} were reported as succeeded or pending.`,
    );
    process.exitCode = 1;
  } else {
    console.log(
      `\nAll refunds have the expected status: ${reported} were reported as succeeded or pending, and ${moved} moved money.`,
    );
  }
} finally {
  await server.close();
}
