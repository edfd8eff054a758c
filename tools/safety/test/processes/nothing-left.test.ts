import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("support/abandoned.ts", import.meta.url));

/** The number of processes with this folder in their command line: shops and Postgres. */
const processesIn = (folder: string): number =>
  readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(folder)).length;

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

// Ctrl-C in a terminal signals every process of the group. SIGKILL ends only one process, without notice.
const deaths: readonly (readonly [string, (pid: number) => void])[] = [
  ["Ctrl-C", (pid) => void process.kill(-pid, "SIGINT")],
  ["SIGKILL", (pid) => void process.kill(pid, "SIGKILL")],
];

test.skipIf(process.platform !== "linux").each(deaths)(
  "after %s, all processes and files are gone",
  async (_, kill) => {
    const child = spawn(process.execPath, ["--conditions=refunds-source", program], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    const [folder] = await once(child.stdout.setEncoding("utf8"), "data");
    const place = String(folder).trim();
    expect(existsSync(place)).toBe(true);
    expect(processesIn(place)).toBeGreaterThan(1);
    if (child.pid === undefined) throw new Error("the process did not start");
    kill(child.pid);
    await expect.poll(() => existsSync(place), { timeout: 60_000 }).toBe(false);
    await expect.poll(() => processesIn(place), { timeout: 60_000 }).toBe(0);
  },
  150_000,
);
