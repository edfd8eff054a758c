import type { FailureCause } from "../outcome.ts";

/**
 * Codes that runtimes give only to failures before a connection stood, so that no byte of the request can have arrived.
 * An allow-list: everything else is uncertain.
 */
const neverConnected =
  /^(E(CONNREFUSED|NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH)|UND_ERR_CONNECT_TIMEOUT) (?!read|write)/;

/** Never throws: an injected `fetch` may throw anything, and what follows a sent refund must not fail. */
function field(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Whether `error`, thrown by `fetch`, proves that no connection was made. */
export function provesNotSent(error: unknown): boolean {
  const cause = field(error, "cause") ?? error;
  const attempts = field(cause, "errors");
  // Several addresses of one host were tried: the proof must hold for each.
  const proofs = Array.isArray(attempts) && attempts.length > 0 ? attempts : [cause];
  return proofs.every((proof) =>
    // With their system call, since a connection that stood can fail with some of these codes, too.
    neverConnected.test(`${text(field(proof, "code"))} ${text(field(proof, "syscall"))}`),
  );
}

/** The error reduced to strings, masked; never the object itself, which may hold the request and its headers. */
export function describeFailure(error: unknown, mask: (text: string) => string): FailureCause {
  const cause = field(error, "cause") ?? error;
  const code = text(field(cause, "code"));
  return {
    name: mask(text(field(cause, "name")) ?? "Error"),
    message: mask(text(field(cause, "message")) ?? text(cause) ?? "unknown"),
    ...(code !== undefined && { code: mask(code) }),
  };
}
