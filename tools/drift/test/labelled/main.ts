/** `pnpm docs:confusion`: what docs:check calls the labelled changes. Exits 1 where it misses what must hold. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cases } from "./cases.ts";
import { report } from "./document.ts";
import { run } from "./run.ts";
import { broken, summarise } from "./summary.ts";

const help = `Usage: pnpm docs:confusion [--json]

What docs:check calls the labelled changes of tools/drift/test/labelled, by set.

  --json     for programs
  --help
`;

const { values } = parseArgs({
  options: { json: { type: "boolean" }, help: { type: "boolean" } },
});

if (values.help) console.log(help);
else {
  const results = await run(cases);
  const summaries = (["working", "held back"] as const).map((set) => summarise(results, set));
  console.log(values.json ? JSON.stringify(summaries, null, 2) : report(summaries));
  process.exitCode = summaries.some((one) => broken(one).length > 0) ? 1 : 0;
}
