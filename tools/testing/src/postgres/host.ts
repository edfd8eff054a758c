/**
 * Runs a Postgres of its own, on a free loopback port and in a temporary folder: prints where they are, and removes both
 * when standard input ends. That is also when the process at the other end dies, however it dies. Each line there is a
 * command, which is answered with a line of JSON when it is done: `crash 500` ends the server as a crash does, and starts it
 * again after so many milliseconds; `kill` ends it for good; `standbys one two` starts standbys with these names.
 */
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { crash, type Server, standbysOf, startedIn } from "./cluster.ts";

const folder = mkdtempSync(join(tmpdir(), "refunds-postgres-"));
// Postgres does not run as root: there it gets a user, who has to be able to enter.
chmodSync(folder, 0o755);
const server = await startedIn(folder);
const servers: Server[] = [server];

const answer = (value: unknown) => console.log(JSON.stringify(value));
answer({ url: server.url, folder });

async function obey(line: string): Promise<unknown> {
  const [command, ...given] = line.split(" ");
  if (command === "crash") return crash(server, Number(given[0]));
  if (command === "kill") return server.kill();
  const standbys = await standbysOf(server, given);
  servers.push(...standbys);
  return standbys.map(({ url }) => url);
}

let busy = Promise.resolve();
const commands = createInterface({ input: process.stdin }).on("line", (line) => {
  busy = busy.then(async () => answer((await obey(line)) ?? null));
});
await once(commands, "close");
await busy;
await Promise.all(servers.map((one) => one.shutDown()));
// Others may still be about to die, and write until then.
rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
process.exit();
