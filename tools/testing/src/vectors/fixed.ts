/** A clock and a source of random values that stand still, so that a vector can have the bytes of a signature. */
import type { Vectors } from "./vectors.ts";

/** Runs with the file's moment, UUID and random bytes, and puts the runtime's own back. */
export async function withFixed<Result>(
  { now, uuid, bytes }: NonNullable<Vectors["fixed"]>,
  run: () => Promise<Result>,
): Promise<Result> {
  const clock = Date.now;
  if (now !== undefined) Date.now = () => Date.parse(now);
  const restore = [
    uuid === undefined ? undefined : replace("randomUUID", () => uuid),
    bytes &&
      replace("getRandomValues", (array: Uint8Array) =>
        array.map((_, at) => bytes[at % bytes.length] ?? 0),
      ),
  ];
  try {
    return await run();
  } finally {
    Date.now = clock;
    for (const putBack of restore) putBack?.();
  }
}

/** Replaces a method of `crypto`, and returns what puts it back. */
function replace(name: "randomUUID" | "getRandomValues", value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(crypto, name);
  Object.defineProperty(crypto, name, { configurable: true, value });
  return () => {
    if (own) Object.defineProperty(crypto, name, own);
    else Reflect.deleteProperty(crypto, name);
  };
}
