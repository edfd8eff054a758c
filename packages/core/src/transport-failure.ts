import type { FailureCause } from "./outcome.ts";

/**
 * Codes that runtimes give only to failures before a connection stood, so that no byte of the request can have arrived.
 * An allow-list: everything else is uncertain.
 */
const neverConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Never throws: an injected `fetch` may throw anything, and what follows a sent refund must not fail. */
function field(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === "string" ? value : otherwise;

/** Whether `error`, thrown by `fetch`, proves that no connection was made. */
export function provesNotSent(error: unknown): boolean {
  const cause = field(error, "cause") ?? error;
  const attempts = field(cause, "errors");
  // Several addresses of one host were tried: the proof must hold for each.
  const proofs = Array.isArray(attempts) && attempts.length > 0 ? attempts : [cause];
  return proofs.every((proof) => neverConnected.has(field(proof, "code") as string));
}

/** The error reduced to strings, masked; never the object itself, which may hold the request and its headers. */
export function describeFailure(error: unknown, mask: (text: string) => string): FailureCause {
  const cause = field(error, "cause") ?? error;
  const code = field(cause, "code");
  const thrown = textOr(cause, "What was thrown says nothing of itself.");
  return {
    name: mask(textOr(field(cause, "name"), "Error")),
    message: mask(textOr(field(cause, "message"), thrown)),
    ...(typeof code === "string" && { code: mask(code) }),
  };
}
