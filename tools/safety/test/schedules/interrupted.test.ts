import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

// Ctrl-C in a terminal signals every process of the group.
test.skipIf(process.platform === "win32")(
  "an interrupted run reports what is done so far",
  async () => {
    const child = spawn(
      process.execPath,
      ["--conditions=refunds-source", program, "--processes", "1"],
      { stdio: ["ignore", "pipe", "pipe"], detached: true },
    );
    const { pid } = child;
    if (pid === undefined) throw new Error("the process did not start");
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    const ended = once(child, "close");
    // The first line of progress: a few schedules are done.
    await once(child.stderr, "data");
    process.kill(-pid, "SIGINT");
    const [code] = await ended;
    expect(code).toBe(1);
    expect(output).toMatch(/Interrupted after [1-9]\d* of 1000000 schedules/);
    expect(output).toContain("refunds that moved money");
  },
);
