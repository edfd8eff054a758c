import type { Sandbox } from "../sandbox.ts";
import { type SandboxServer, type ServeOptions, serve } from "../server.ts";

/** The port that README and examples name. */
const usualPort = 4010;

/**
 * Serves at the port asked for, and else at the usual one or, where that is taken, at any other: `instead` is true then.
 * Rejects with a sentence.
 */
export async function listen(
  sandbox: Sandbox,
  { port, ...options }: ServeOptions,
): Promise<{ server: SandboxServer; isFallbackPort: boolean }> {
  const at = (number: number) => serve(sandbox, { ...options, port: number });
  try {
    return { server: await at(port ?? usualPort), isFallbackPort: false };
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined)
      return { server: await at(0), isFallbackPort: true };
    if (code === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is taken. ChooseFault another with --port, or leave it out for ${usualPort} or a free one.`,
      );
    }
    if (syscall === undefined) throw error;
    throw new Error(
      `Nothing can listen on ${options.host ?? "127.0.0.1"} at port ${port ?? usualPort}: ${message}. --host takes an address of this machine.`,
    );
  }
}
