import { spawn } from "node:child_process";
import { createServer } from "node:net";

/**
 * Starts a server, calls `use` with its URL and output once it answers, and stops it.
 * @param command - gets the port, and returns the command
 * @throws {Error} with its output, if it ends or does not answer
 */
export async function withServer<T>(
  command: (port: string) => readonly string[],
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  use: (url: string, output: () => string) => Promise<T>,
): Promise<T> {
  const port = `${await freePort()}`;
  const [program = "", ...args] = command(port);
  const server = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env, PORT: port } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  try {
    const url = `http://127.0.0.1:${port}`;
    await waitUntilReady(url, () => server.exitCode === null);
    return await use(url, () => output);
  } catch (error) {
    throw new Error(`${[program, ...args].join(" ")} in ${folder}:\n${output}`, { cause: error });
  } finally {
    server.kill();
  }
}

async function waitUntilReady(url: string, isRunning: () => boolean): Promise<void> {
  for (let tries = 0; tries < 120 && isRunning(); tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the server does not answer");
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
