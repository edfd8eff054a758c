/** `pnpm lost-reply`: measures what callers of published SDKs and of every provider here get if a refund's reply is lost. */
import { availableParallelism } from "node:os";
import { cache, install, versionOf } from "@refunds/testing/sdks";
import { Command } from "commander";
import { makeCertificate } from "./certificate.ts";
import { drills } from "./drills/index.ts";
import { arrivals, measured, type Row } from "./report/cells.ts";
import { figuresOf, writeFigures } from "./report/figures.ts";
import { tableOf } from "./report/table.ts";
import { runScenarios, runsOf } from "./run-scenarios.ts";
import { ownSubjects, publishedSubject, type Subject } from "./subject.ts";

interface Options {
  readonly only?: readonly string[];
  readonly json?: true;
  readonly write?: true;
}

const own = await ownSubjects();
const names = [...Object.keys(drills), ...own.map(({ name }) => name)];

const command = new Command("pnpm lost-reply")
  .description(
    "Refunds through published payment SDKs and through every provider here, loses the reply in five ways, and " +
      "prints what arrived and what the caller got. Installs the SDKs from npm into tools/testing/.cache first.",
  )
  .option(
    "--only <names>",
    `measure only these, separated by commas: ${names.join(", ")}`,
    (list) => list.split(","),
  )
  .option("--json", "print all measurements as JSON")
  .option("--write", "also write docs/figures/lost-replies.json and docs/lost-replies.md")
  .parse();
const { only = names, json, write } = command.opts<Options>();
const unknown = only.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  command.error(`Unknown name in --only: ${unknown.join(", ")}. Use ${names.join(", ")}.`);
}
if (write && only !== names) command.error("--write cannot be used with --only.");

const log = (text: string) => process.stderr.write(`${text}\n`);
const certificate = await makeCertificate();

async function prepare(name: string): Promise<Subject> {
  const drill = drills[name];
  if (!drill) return own.find((subject) => subject.name === name) as Subject;
  const version = versionOf(drill.package);
  log(`${name}: ${drill.package} ${version} (installed from npm if necessary)`);
  return publishedSubject(name, drill, version, await install(drill.package));
}

async function measure(name: string): Promise<Row> {
  try {
    const subject = await prepare(name);
    let done = 0;
    const result = await runScenarios(subject, {
      certificate,
      onRun: (run) => {
        done += 1;
        const twice = run.calls === 2 ? ", called again" : "";
        log(
          `${name} ${done}/${runsOf(subject)} ${run.scenario}${twice}: ${arrivals(run)} arrived, ${run.callResult.settled}`,
        );
      },
    });
    return result;
  } catch (error) {
    const [why = ""] = String(error instanceof Error ? error.message : error).split("\n");
    const failed = why.replaceAll(cache, ".cache");
    log(`${name}: not measured: ${failed}`);
    const drill = drills[name];
    const npm = drill?.package ?? name;
    const version = drill ? versionOf(npm) : "this repo";
    return { subject: { name, package: npm, version, own: !drill }, failed };
  }
}

const rows: Row[] = [];
const waiting = [...only];
async function work() {
  for (let name = waiting.shift(); name; name = waiting.shift()) rows.push(await measure(name));
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
rows.sort((one, other) => only.indexOf(one.subject.name) - only.indexOf(other.subject.name));

console.log(json ? JSON.stringify(rows, null, 2) : tableOf(rows));
if (write) writeFigures(figuresOf(rows));
const failing = rows.filter(
  (row) => row.subject.own && !(measured(row) && row.verdict.level === "says"),
);
if (failing.length > 0) {
  log(
    `\nThe outcome of ${failing.map(({ subject }) => subject.name).join(", ")} does not distinguish a lost reply from a certain outcome.`,
  );
  process.exitCode = 1;
}
