import type { FailureCause } from "../outcome.ts";

/**
 * Failures before a connection, its TLS or its proxy tunnel was established, so that no byte of the request can have
 * arrived. The patterns match `<code> <system call> <message>`. Everything that is not listed is uncertain. workerd
 * reports nothing that could be listed.
 */
const neverConnected = [
  // Node: the system call connect failed, for example with EMFILE.
  /^E\w+ connect /,
  // Node and Bun: codes that a connection attempt ends with. An established connection fails in read or write.
  /^E(CONNREFUSED|NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH) (?!read|write)/,
  // Node (undici): no connection in time, or none to the proxy.
  /^UND_ERR_(CONNECT_TIMEOUT|PRX_CONN)/,
  // Node (undici) and Node's own proxy support: the proxy refused the tunnel.
  /^\w+ +Proxy response \(\d+\) !== 200 when|^ERR_PROXY_TUNNEL/,
  // Node and Bun: the certificate was not accepted. An alert comes from the server, after the handshake.
  /^(?!\w*ALERT)\w*CERT|^UNABLE_TO_VERIFY/,
  // Node: the connection broke during the TLS handshake.
  /^ECONNRESET .*before secure TLS/,
  // Deno.
  /^.*client error \(Connect\)/,
];

/** Requests that the runtime refuses. */
const neverDispatched = [
  // Node and Bun: a blocked port.
  /^ *bad port$|^.*Requests to port \d+ are blocked/,
  // Deno: no permission.
  /^ +Requires net access/,
  // Node: a dispatcher of another version of undici.
  /^UND_ERR_INVALID_ARG +invalid on\w+ method/,
];

/** Reads an error, or its cause. Never throws, although an injected `fetch` may throw anything. */
function causeOf(error: unknown): Record<string, unknown> {
  try {
    const cause = Object((error as Error)?.cause ?? error);
    const { name, code, syscall, path, errors, message = cause.toString() } = cause;
    // Undici wraps the error of a proxy.
    return message === "Request was cancelled." && cause.cause
      ? causeOf(cause)
      : { name, code, syscall, path, errors, message };
  } catch {
    return {};
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Whether an error of Bun or Deno is about a request to this URL. Bun does not say which tunnel a proxy refused. */
export function namesRequest(error: unknown, url: string): boolean {
  const { path, message } = causeOf(error);
  const { href, hostname, port } = new URL(url);
  // As Deno says it of a connection, a host that is not allowed, and a port that is blocked.
  return (
    path === href ||
    [`url (${href}):`, `"${hostname}:${port || 443}"`, `port ${port} are`].some((name) =>
      text(message).includes(name),
    )
  );
}

/** What an error that `fetch` threw proves: no connection was made, or none was tried. Undefined: nothing. */
export function whyNotSent(error: unknown): "not_connected" | "not_dispatched" | undefined {
  const cause = causeOf(error);
  // If several addresses of a host were tried, the proof must hold for each.
  const proofs =
    Array.isArray(cause.errors) && cause.errors.length > 0 ? cause.errors.map(causeOf) : [cause];
  // An established connection can fail with some of these codes, too; the system call tells them apart.
  const words = proofs.map(
    ({ code, syscall, message }) => `${text(code)} ${text(syscall)} ${text(message)}`,
  );
  const allMatch = (patterns: readonly RegExp[]) =>
    words.every((said) => patterns.some((pattern) => pattern.test(said)));
  if (allMatch(neverConnected)) return "not_connected";
  return allMatch(neverDispatched) ? "not_dispatched" : undefined;
}

/** The error as masked strings. The object itself may hold the request and its headers. */
export function describeFailure(error: unknown, mask: (text: string) => string): FailureCause {
  const { name, code, message } = causeOf(error);
  return {
    name: mask(text(name) || "Error"),
    message: mask(text(message) || "unknown"),
    ...(text(code) && { code: mask(text(code)) }),
  };
}
