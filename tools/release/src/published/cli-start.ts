/** Measures the CPU of commands that send nothing, from start to end, against a Node that does nothing. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./finding.ts";
import type { Project } from "./project.ts";

/**
 * The most CPU that each may take, as a multiple of that of `node -e 0`. What is left is in docs/decisions/034-the-command-line.md. Four runs on a
 * machine with other work measured 1.2, 1.7, 2.2, 2.1, 2.9 and 2.5 where it was quietest. A slow command gets more rounds.
 */
const limits = {
  "--help": 1.5,
  providers: 2,
  open: 2.5,
  list: 2.5,
  doctor: 3.5,
  export: 3,
} as const;

type Measured = keyof typeof limits;

const commands = Object.keys(limits) as Measured[];
const [rounds, mostRounds] = [6, 18];

/** Prints what the process has used, when it ends. It is loaded into the Node that does nothing, too. */
const meter = `const { writeSync } = require("node:fs");
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String(user + system));
});
`;

export const checkCliStart: Check = (project) => {
  const folder = setUp(project);
  const cpuOf = cpuIn(folder, project.write("meter.cjs", meter));
  const argsOf = (command: Measured) => [binOf(project), command];
  // The first run fills Node's cache of compiled code, as that of a user does.
  for (const command of commands) cpuOf(argsOf(command));
  let bare = Number.POSITIVE_INFINITY;
  const least = new Map<Measured, number>();
  const ratioOf = (command: Measured) => (least.get(command) ?? Number.NaN) / bare;
  const isSlow = (command: Measured) => !(ratioOf(command) <= limits[command]);
  // By turns, so that all meet the same load. A busy machine only adds, so the least of each counts.
  for (let round = 0; round < rounds || (round < mostRounds && commands.some(isSlow)); round++) {
    bare = Math.min(bare, cpuOf(["-e", "0"]));
    for (const command of commands) {
      const used = cpuOf(argsOf(command));
      least.set(command, Math.min(least.get(command) ?? used, used));
    }
  }
  const problems = commands
    .filter(isSlow)
    .map(
      (command) =>
        `\`refunds ${command}\` takes ${ratioOf(command).toFixed(2)} times the CPU of a Node that does nothing; at most ${limits[command]} is allowed`,
    );
  const cell = commands.map((command) => `${command} ${ratioOf(command).toFixed(1)}`).join(", ");
  return [{ package: "@refunds/cli", column: "CPU of Node", cell, problems }];
};

const binOf = ({ folder }: Project) => join(folder, "node_modules/@refunds/cli/dist/cli.js");

/** A configuration and an empty journal, as `init` writes them. */
function setUp(project: Project): string {
  const folder = join(project.folder, "started");
  mkdirSync(folder, { recursive: true });
  const word = project.packages.find(({ provider }) => provider)?.provider?.word ?? "";
  const args = ["init", "--yes", "--provider", word, "--environment", "sandbox"];
  const { status, stderr } = spawnSync(process.execPath, [binOf(project), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`init exited with ${status}: ${stderr}`);
  return folder;
}

/** @returns what measures one process, in microseconds */
const cpuIn = (cwd: string, meterFile: string) => (args: readonly string[]) => {
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ["--require", meterFile, ...args],
    {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    },
  );
  // `doctor` says that no sandbox listens.
  const expected = args.includes("doctor") ? 2 : 0;
  if (status !== expected) throw new Error(`${args.join(" ")} exited with ${status}: ${stderr}`);
  return Number(output[3]);
};
