import type { FailureCause } from "../outcome.ts";

/**
 * How runtimes say that a failure came before a connection stood, or before its TLS or its proxy's tunnel did, so that no
 * byte of the request can have arrived: Node and Bun by a code, with the system call if there was one, Deno in its message.
 * An allow-list: everything else is uncertain, and workerd says nothing that could be on it.
 */
const neverConnected =
  /^(E\w+ connect |E(CONNREFUSED|NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH) (?!read|write)|UND_ERR_(CONNECT_TIMEOUT|PRX_CONN)|\w+ +Proxy response \(\d+\) !== 200 when|ERR_PROXY_TUNNEL|(?!\w*ALERT)\w*CERT|UNABLE_TO_VERIFY|ECONNRESET .*before secure TLS|.*client error \(Connect\))/;

/** How they say that they refuse the request: a blocked port, no permission, a dispatcher of another version of undici. */
const neverDispatched =
  /^( *bad port$|.*Requests to port \d+ are blocked| +Requires net access|UND_ERR_INVALID_ARG +invalid on\w+ method)/;

/** What is known of an error: what caused it, if it says so. Never throws: an injected `fetch` may throw anything. */
function causeOf(error: unknown): Record<string, unknown> {
  try {
    const cause = Object((error as Error)?.cause ?? error);
    const { name, code, syscall, errors, message = cause.toString() } = cause;
    // Undici's own wrapper around what its proxies say.
    return message === "Request was cancelled." && cause.cause
      ? causeOf(cause)
      : { name, code, syscall, errors, message };
  } catch {
    return {};
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What `error`, thrown by `fetch`, proves: that no connection was made, or that none was tried. */
export function whyNotSent(error: unknown): "not_connected" | "not_dispatched" | undefined {
  const cause = causeOf(error);
  // Several addresses of one host were tried: the proof must hold for each.
  const proofs =
    Array.isArray(cause.errors) && cause.errors.length > 0 ? cause.errors.map(causeOf) : [cause];
  // With the system call, since a connection that stood can fail with some of these codes, too.
  const words = proofs.map(
    ({ code, syscall, message }) => `${text(code)} ${text(syscall)} ${text(message)}`,
  );
  if (words.every((said) => neverConnected.test(said))) return "not_connected";
  return words.every((said) => neverDispatched.test(said)) ? "not_dispatched" : undefined;
}

/** The error reduced to strings, masked; never the object itself, which may hold the request and its headers. */
export function describeFailure(error: unknown, mask: (text: string) => string): FailureCause {
  const { name, code, message } = causeOf(error);
  return {
    name: mask(text(name) || "Error"),
    message: mask(text(message) || "unknown"),
    ...(text(code) && { code: mask(text(code)) }),
  };
}
