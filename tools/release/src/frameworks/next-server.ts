/** Runs `npm install`, `next build` and `next start` in a folder outside of the repository. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { run } from "../published/command.ts";

const minutes = 60_000;
const quiet = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, NODE_OPTIONS: undefined };

/** Starts the app in `folder`, calls `use` with its URL and output, and stops it. */
export async function startNext<T>(
  folder: string,
  use: (url: string, output: () => string) => Promise<T>,
): Promise<T> {
  const next = [process.execPath, join(folder, "node_modules/next/dist/bin/next")];
  const install = ["npm", "install", "--prefer-offline", "--no-audit", "--no-fund"];
  for (const command of [install, [...next, "build"]]) {
    const { ok, output } = await run(command, folder, quiet, 5 * minutes);
    if (!ok) throw new Error(`${command.join(" ")} failed in ${folder}:\n${output}`);
  }
  const port = await freePort();
  const [node = "", ...args] = [...next, "start", "--hostname", "127.0.0.1", "--port", `${port}`];
  const env = { ...process.env, ...quiet } as NodeJS.ProcessEnv;
  const server = spawn(node, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  try {
    const url = `http://127.0.0.1:${port}`;
    await waitUntilReady(url, () => output);
    return await use(url, () => output);
  } finally {
    server.kill();
  }
}

async function waitUntilReady(url: string, output: () => string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`next start does not answer:\n${output()}`);
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
