/** Runs `npm install`, `next build` and `next start` in a folder outside of the repository. */
import { join } from "node:path";
import { run } from "../published/command.ts";
import { withServer } from "./with-server.ts";

const minutes = 60_000;
const quiet = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, NODE_OPTIONS: undefined };

/** Starts the app in `folder`, calls `use` with its URL and output, and stops it. */
export async function startNext<T>(
  folder: string,
  use: (url: string, output: () => string) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const next = [process.execPath, join(folder, "node_modules/next/dist/bin/next")];
  const install = ["npm", "install", "--prefer-offline", "--no-audit", "--no-fund"];
  for (const command of [install, [...next, "build"]]) {
    const { ok, output } = await run(command, folder, quiet, 5 * minutes);
    if (!ok) throw new Error(`${command.join(" ")} failed in ${folder}:\n${output}`);
  }
  const start = (port: string) => [...next, "start", "--hostname", "127.0.0.1", "--port", port];
  return withServer(start, folder, { ...quiet, ...env }, use);
}
