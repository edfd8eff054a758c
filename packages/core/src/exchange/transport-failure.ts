import type { FailureCause } from "../outcome.ts";

/**
 * How runtimes say that a failure came before a connection stood, or before its TLS did, so that no byte of the request
 * can have arrived: Node and Bun by a code, with the system call if there was one, Deno in its message. An allow-list:
 * everything else is uncertain, and workerd says nothing that could be on it.
 */
const neverConnected =
  /^(E(CONNREFUSED|NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH) (?!read|write)|UND_ERR_CONNECT_TIMEOUT|(?!\w*ALERT)\w*CERT|UNABLE_TO_VERIFY|ECONNRESET (connect|.*before secure TLS)|.*client error \(Connect\))/;

/** What is known of an error: what caused it, if it says so. Never throws: an injected `fetch` may throw anything. */
function causeOf(error: unknown): Record<string, unknown> {
  try {
    const cause = Object((error as Error)?.cause ?? error);
    const { name, code, syscall, errors, message = cause.toString() } = cause;
    return { name, code, syscall, errors, message };
  } catch {
    return {};
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Whether `error`, thrown by `fetch`, proves that no connection was made. */
export function provesNotSent(error: unknown): boolean {
  const cause = causeOf(error);
  // Several addresses of one host were tried: the proof must hold for each.
  const proofs =
    Array.isArray(cause.errors) && cause.errors.length > 0 ? cause.errors.map(causeOf) : [cause];
  return proofs.every(({ code, syscall, message }) =>
    // With the system call, since a connection that stood can fail with some of these codes, too.
    neverConnected.test(`${text(code)} ${text(syscall)} ${text(message)}`),
  );
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
