/** `pnpm docs:confusion`: what docs:check calls the labelled changes. Exits 1 where it misses what must hold. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cases } from "./cases.ts";
import { page, report } from "./document.ts";
import { sets } from "./label.ts";
import { run } from "./run.ts";
import { broken, summarise } from "./summary.ts";

const help = `Usage: pnpm docs:confusion [--json | --write]

What docs:check calls the labelled changes of tools/drift/test/labelled, by set.
Exits 1 where something that must hold does not.

  --json     for programs
  --write    keeps the tables in docs/docs-check-confusion.md
  --help
`;

const { values } = parseArgs({
  options: { json: { type: "boolean" }, write: { type: "boolean" }, help: { type: "boolean" } },
});

if (values.help) console.log(help);
else {
  const results = await run(cases);
  const summaries = sets.map((set) => summarise(results, set));
  if (values.write) {
    const file = new URL("../../../../docs/docs-check-confusion.md", import.meta.url);
    writeFileSync(file, page(summaries));
  }
  console.log(values.json ? JSON.stringify(summaries, null, 2) : report(summaries));
  process.exitCode = summaries.some((one) => broken(one).length > 0) ? 1 : 0;
}
