/** Addresses of this machine, where a sandbox listens that someone has to start. */
import type { RefundOutcome } from "refunds";
import type { AccountConfig } from "./config/config.ts";
import { sandboxUrl } from "./init/plan.ts";

/** The origin of a `baseUrl` on this machine; undefined for any other. */
export function localOrigin({ baseUrl }: Pick<AccountConfig, "baseUrl">): string | undefined {
  const url = baseUrl === undefined ? null : URL.parse(baseUrl);
  const isLocal =
    url?.protocol === "http:" && /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(url.hostname);
  return isLocal ? url.origin : undefined;
}

const patienceMs = 2000;

/** Whether something listens there. It connects, and sends nothing. */
export async function listensAt(origin: string): Promise<boolean> {
  // Only when it is asked for: it is half of what Node loads for a command.
  const { connect } = await import("node:net");
  const { hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, "");
  const socket = connect({ host, port: Number(port) || 80 });
  return new Promise((resolve) => {
    const end = (listens: boolean) => {
      socket.destroy();
      resolve(listens);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
    socket.setTimeout(patienceMs, () => end(false));
  });
}

/** The command that starts a sandbox there. */
export function sandboxCommand(origin: string): string {
  const { port } = new URL(origin);
  return port === new URL(sandboxUrl).port
    ? "npx refunds sandbox"
    : `npx refunds sandbox --port ${port || 80}`;
}

interface RefusedOutcome {
  readonly status: RefundOutcome["status"];
  readonly cause?: { readonly code?: string };
}

/** What a person does about a connection that was refused on this machine; undefined for any other outcome. */
export function refusedHere(
  account: AccountConfig | undefined,
  { status, cause }: RefusedOutcome,
): string | undefined {
  const origin = account && localOrigin(account);
  return status === "not_sent" && cause?.code === "ECONNREFUSED" && origin !== undefined
    ? `Nothing listens at ${origin}. If it is the sandbox, start it in another terminal: ${sandboxCommand(origin)}`
    : undefined;
}
