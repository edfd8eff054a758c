/** `npm run examples [name]`: installs each example from the packed tarballs, type-checks it, and runs its tests and its script `try`. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@refunds/testing/postgres";
import Table from "cli-table3";
import { checkExample, type StepResult } from "./check-example.ts";

const root = join(import.meta.dirname, "../../../..");
const asked = process.argv.slice(2);
const names = readdirSync(join(root, "examples")).filter(
  (name) =>
    existsSync(join(root, "examples", name, "package.json")) &&
    (asked.length === 0 || asked.includes(name)),
);
const steps: readonly StepResult["step"][] = ["npm install", "typecheck", "test", "try", "workerd"];
const table = new Table({
  head: ["example", ...steps],
  style: { head: [], border: [], compact: true },
});

const postgres = await startPostgres();
for (const name of names) {
  const results = await checkExample(root, name, { DATABASE_URL: postgres.url });
  const cell = (step: StepResult["step"]) => {
    const result = results.find((each) => each.step === step);
    return result ? `${result.seconds.toFixed(1)} s${result.ok ? "" : " !"}` : "";
  };
  table.push([name, ...steps.map(cell)]);
  for (const { step, ok, output } of results) {
    if (ok) continue;
    process.exitCode = 1;
    console.error(`${name}: ${step} failed:\n${output}`);
  }
}
await postgres.stop();
console.log(table.toString());
