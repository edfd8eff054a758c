import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("support/abandoned.ts", import.meta.url));

/** Processes that were started with something in this folder: shops by their file, Postgres by its data. */
const processesIn = (folder: string): number =>
  readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(folder)).length;

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

// A terminal's Ctrl-C reaches every process of the group; the second kind reaches one and tells it nothing.
const deaths: readonly (readonly [string, (pid: number) => void])[] = [
  ["Ctrl-C", (pid) => void process.kill(-pid, "SIGINT")],
  ["SIGKILL", (pid) => void process.kill(pid, "SIGKILL")],
];

test.skipIf(process.platform !== "linux").each(deaths)(
  "after %s no process and no file is left",
  async (_, kill) => {
    const child = spawn(process.execPath, ["--conditions=refunds-source", program], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    const [folder] = await once(child.stdout.setEncoding("utf8"), "data");
    const place = String(folder).trim();
    expect(existsSync(place)).toBe(true);
    expect(processesIn(place)).toBeGreaterThan(1);
    if (child.pid === undefined) throw new Error("it did not start");
    kill(child.pid);
    await expect.poll(() => existsSync(place), { timeout: 60_000 }).toBe(false);
    await expect.poll(() => processesIn(place), { timeout: 60_000 }).toBe(0);
  },
  150_000,
);
