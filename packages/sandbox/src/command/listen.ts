import type { Sandbox } from "../sandbox.ts";
import { type SandboxServer, type ServeOptions, serve } from "../server.ts";

/** The port that the README and the examples use. */
const defaultPort = 4010;

interface ListenOptions extends ServeOptions {
  /** Whether notifications are sent: for refunds that the accounts send to another sandbox, none would come. */
  readonly notifies: boolean;
}

/**
 * Listens on `port`. Without a `port`, listens on the default port, or on any free port if that one is taken and this one
 * does not notify; then `isFallbackPort` is true. Rejects with an error whose message can be shown to the user.
 */
export async function listen(
  sandbox: Sandbox,
  { port, notifies, ...options }: ListenOptions,
): Promise<{ server: SandboxServer; isFallbackPort: boolean }> {
  const at = (number: number) => serve(sandbox, { ...options, port: number });
  try {
    return { server: await at(port ?? defaultPort), isFallbackPort: false };
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined && !notifies)
      return { server: await at(0), isFallbackPort: true };
    if (code === "EADDRINUSE" && port === undefined) {
      throw new Error(
        `Port ${defaultPort} is already in use. If a sandbox listens there, stop it first: this command starts one that answers your requests, too, and sends notifications only of the refunds that it gets itself. Or choose another port with --port, and write it into the baseUrl of your accounts.`,
      );
    }
    if (code === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is already in use. Choose another port with --port, or omit --port to use ${defaultPort} or a free port.`,
      );
    }
    if (syscall === undefined) throw error;
    throw new Error(
      `Cannot listen on ${options.host ?? "127.0.0.1"}, port ${port ?? defaultPort}: ${message}. --host must be an address of this machine.`,
    );
  }
}
