/** Runs the executable as a user does: in a process and a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
const own = fileURLToPath(new URL("../../", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with stderr when it has this text. */
  saying(text: string): Promise<string>;
  /** Resolves with stdout when it has this text. */
  printing(text: string): Promise<string>;
}

/** A folder where `@refunds/cli` is installed, removed after the test. */
export function newFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "refunds-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "node_modules/@refunds"), { recursive: true });
  symlinkSync(own, join(folder, "node_modules/@refunds/cli"), "junction");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** @param output the file to which stdout goes */
export function start(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  output?: number,
): Running {
  const child = spawn(process.execPath, ["--conditions=refunds-source", cli, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", output ?? "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  const having = (stream: Readable | null, read: () => string, text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => read().includes(text) && resolve(read());
      stream?.on("data", look);
      child.on("close", () =>
        reject(new Error(`It ended without saying ${text}:\n${stdout}${stderr}`)),
      );
      look();
    });
  const saying = (text: string) => having(child.stderr, () => stderr, text);
  const printing = (text: string) => having(child.stdout, () => stdout, text);
  return { child, ended, saying, printing };
}

/** Presses Ctrl-C, and again once the command waits for what is being sent. */
export async function pressTwice({ child, ended, saying }: Running): Promise<Ended> {
  child.kill("SIGINT");
  await saying("Waiting up to");
  child.kill("SIGINT");
  return ended;
}

export const run = (
  cwd: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Ended> => start(cwd, args, env).ended;

/** The JSON documents in stdout, one a line. */
export const documents = ({ stdout }: Ended): unknown[] =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
