/** `pnpm lost-reply`: one refund whose reply is lost, through published SDKs and every provider here. */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { makeCertificate } from "./certificate.ts";
import { drills } from "./drills/index.ts";
import { arrivals, measured, type Row } from "./report/cells.ts";
import { pageOf } from "./report/page.ts";
import { tableOf } from "./report/table.ts";
import { runScenarios, runsOf } from "./run-scenarios.ts";
import { cache, install, versionOf } from "./sdks.ts";
import { ownSubjects, publishedSubject, type Subject } from "./subject.ts";

interface Options {
  readonly only?: readonly string[];
  readonly json?: true;
  readonly write?: true;
}

const page = join(import.meta.dirname, "../../../docs/lost-replies.md");
const own = await ownSubjects();
const names = [...Object.keys(drills), ...own.map(({ name }) => name)];

const command = new Command("pnpm lost-reply")
  .description(
    "Refunds once through published payment SDKs and through every provider here, loses the reply in five ways, and " +
      "prints what arrived and what the caller was told. SDKs are installed into tools/lost-reply/.cache first, from npm.",
  )
  .option("--only <names>", `some of them, separated by commas: ${names.join(", ")}`, (given) =>
    given.split(","),
  )
  .option("--json", "print everything that was seen, as JSON")
  .option("--write", "write docs/lost-replies.md, too")
  .parse();
const { only = names, json, write } = command.opts<Options>();
const strange = only.filter((name) => !names.includes(name));
if (strange.length > 0) {
  command.error(`There is no ${strange.join(", ")}. There are ${names.join(", ")}.`);
}
if (write && only !== names) command.error("--write needs all of them: leave out --only.");

const say = (text: string) => process.stderr.write(`${text}\n`);
const certificate = await makeCertificate();

async function prepare(name: string): Promise<Subject> {
  const drill = drills[name];
  if (!drill) return own.find((subject) => subject.name === name) as Subject;
  const version = versionOf(drill.package);
  say(`${name}: ${drill.package} ${version}, from npm unless it is there`);
  return publishedSubject(name, drill, version, await install(drill.package));
}

async function measure(name: string): Promise<Row> {
  try {
    const subject = await prepare(name);
    let done = 0;
    const result = await runScenarios(subject, {
      certificate,
      ran: (run) => {
        done += 1;
        const twice = run.calls === 2 ? ", called again" : "";
        say(
          `${name} ${done}/${runsOf(subject)} ${run.scenario}${twice}: ${arrivals(run)} arrived, ${run.callResult.settled}`,
        );
      },
    });
    return result;
  } catch (error) {
    const [why = ""] = String(error instanceof Error ? error.message : error).split("\n");
    const failed = why.replaceAll(cache, ".cache");
    say(`${name}: not measured: ${failed}`);
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
if (write) writeFileSync(page, pageOf(rows));
const silent = rows.filter(
  (row) => row.subject.own && !(measured(row) && row.verdict.level === "says"),
);
if (silent.length > 0) {
  say(
    `\nThe outcome of ${silent.map(({ subject }) => subject.name).join(", ")} does not tell a lost reply.`,
  );
  process.exitCode = 1;
}
