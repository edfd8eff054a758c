import type { FailureCause } from "../outcome.ts";

/**
 * Failures before a connection, its TLS or its proxy tunnel was established, so that no byte of the request can have
 * arrived. Node and Bun report a code and sometimes the system call, Deno a message. Everything that is not listed is
 * uncertain. workerd reports nothing that could be listed.
 */
const neverConnected =
  /^(E\w+ connect |E(CONNREFUSED|NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH) (?!read|write)|UND_ERR_(CONNECT_TIMEOUT|PRX_CONN)|\w+ +Proxy response \(\d+\) !== 200 when|ERR_PROXY_TUNNEL|(?!\w*ALERT)\w*CERT|UNABLE_TO_VERIFY|ECONNRESET .*before secure TLS|.*client error \(Connect\))/;

/** Requests that the runtime refuses: a blocked port, a missing permission, a dispatcher of another version of undici. */
const neverDispatched =
  /^( *bad port$|.*Requests to port \d+ are blocked| +Requires net access|UND_ERR_INVALID_ARG +invalid on\w+ method)/;

/** Reads an error, or its cause. Never throws, although an injected `fetch` may throw anything. */
function causeOf(error: unknown): Record<string, unknown> {
  try {
    const cause = Object((error as Error)?.cause ?? error);
    const { name, code, syscall, errors, message = cause.toString() } = cause;
    // Undici wraps the error of a proxy.
    return message === "Request was cancelled." && cause.cause
      ? causeOf(cause)
      : { name, code, syscall, errors, message };
  } catch {
    return {};
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

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
  if (words.every((said) => neverConnected.test(said))) return "not_connected";
  return words.every((said) => neverDispatched.test(said)) ? "not_dispatched" : undefined;
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
