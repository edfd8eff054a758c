/** A clock and a source of UUIDs that stand still, so that a vector can have the bytes of a signature. */
import type { Vectors } from "./vectors.ts";

/** Runs with the file's moment and UUID, and puts the runtime's own back. */
export async function withFixed<Result>(
  { now, uuid }: NonNullable<Vectors["fixed"]>,
  run: () => Promise<Result>,
): Promise<Result> {
  const own = { now: Date.now, uuid: Object.getOwnPropertyDescriptor(crypto, "randomUUID") };
  if (now !== undefined) Date.now = () => Date.parse(now);
  if (uuid !== undefined) {
    Object.defineProperty(crypto, "randomUUID", { configurable: true, value: () => uuid });
  }
  try {
    return await run();
  } finally {
    Date.now = own.now;
    if (own.uuid) Object.defineProperty(crypto, "randomUUID", own.uuid);
    else Reflect.deleteProperty(crypto, "randomUUID");
  }
}
