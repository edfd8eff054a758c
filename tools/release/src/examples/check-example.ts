import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { withServer } from "../frameworks/with-server.ts";
import { type CommandResult, run } from "../published/command.ts";
import { copyExample, readManifest } from "./copy-example.ts";
import { isWorker, refundInWorkerd } from "./in-workerd.ts";

/** What became of one step of an example. */
export interface StepResult {
  readonly step: "npm install" | "typecheck" | "test" | "try" | "workerd";
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Installs an example, and runs its scripts, until one of them fails. Then its folder is left. */
export async function checkExample(
  root: string,
  name: string,
  env: Environment,
): Promise<StepResult[]> {
  const folder = copyExample(root, name);
  const { scripts } = readManifest(folder);
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = (...args: string[]) => run(["npm", ...args], folder, env, 300_000);
  const steps = {
    "npm install": () => npm(...install),
    typecheck: () => npm("run", "typecheck"),
    ...(scripts.test !== undefined && { test: () => npm("test") }),
    ...(scripts.try !== undefined && { try: () => tryIt(folder, scripts.try, env) }),
    ...(isWorker(folder) && { workerd: () => inWorkerd(folder, env.DATABASE_URL) }),
  };
  const results: StepResult[] = [];
  for (const [step, work] of Object.entries(steps)) {
    const startedAt = performance.now();
    const { ok, output } = await work();
    const seconds = (performance.now() - startedAt) / 1000;
    results.push({ step: step as StepResult["step"], ok, seconds, output });
    if (!ok) return results;
  }
  await rm(folder, { recursive: true });
  return results;
}

/** The script ends by itself, or is that of a server, which has to answer. */
async function tryIt(folder: string, script = "", env: Environment): Promise<CommandResult> {
  // Without npm in between, the server can be stopped.
  const command = script.split(" ").map((word) => (word === "node" ? process.execPath : word));
  if (!existsSync(join(folder, "server.ts"))) return run(command, folder, env);
  const started = withServer(
    () => command,
    folder,
    env,
    async () => {},
  );
  return resultOf(started);
}

const inWorkerd = (folder: string, databaseUrl = ""): Promise<CommandResult> =>
  resultOf(refundInWorkerd(folder, databaseUrl));

/** What a command that failed would have printed. */
const resultOf = (work: Promise<void>): Promise<CommandResult> =>
  work.then(
    () => ({ ok: true, stdout: "", output: "" }),
    (error: unknown) => ({ ok: false, stdout: "", output: `${error}` }),
  );
