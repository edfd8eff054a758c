import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

// A terminal's Ctrl-C reaches every process of the group.
test.skipIf(process.platform === "win32")(
  "who interrupts a long run sees what is done so far",
  async () => {
    const child = spawn(
      process.execPath,
      ["--conditions=refunds-source", program, "--processes", "1"],
      { stdio: ["ignore", "pipe", "ignore"], detached: true },
    );
    const { pid } = child;
    if (pid === undefined) throw new Error("it did not start");
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
    });
    const ended = once(child, "close");
    // Long enough for some schedules; how many does not matter.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    process.kill(-pid, "SIGINT");
    const [code] = await ended;
    expect(code).toBe(1);
    expect(said).toMatch(/Interrupted after [1-9]\d* of 1000000 schedules/);
    expect(said).toContain("refunds that moved money");
  },
  60_000,
);
